### room: the texts of the audience cards that the session writes

room-item = Item { $n }
room-motion = Motion
room-only-discussed = discussed only
room-raise-hand-first = Raise your hand to speak
room-roll-call = Roll-call vote
room-result = Result of the vote
room-owners-present = Owners present: { $n }
room-heads = Heads
room-area = Area
room-heads-n = { $n }
room-area-n = Area { $n }
room-present-n = { $n } present
room-needs = needs { $n }
room-information = for information
room-area-information = area for information
room-took-part = { $heads } took part, { $area }
room-line-half = more than half
room-line-approval = yes { $share }
room-line-turnout = turnout { $share }
room-cost = Cost sheet
room-total = Total
room-subsidy = Subsidy
room-shared-by = shared by { $households }
room-yuan = yuan
room-yuan-each = yuan each
room-stairs = Stair { $stairs }, { $households }
room-stair-join = , 
room-such-as = e.g. { $door }
room-decisions = Tonight's decisions
room-correct-us = Anything wrong? Raise your hand

page-yes = yes
page-no = no
