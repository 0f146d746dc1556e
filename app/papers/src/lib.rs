//! Paper in (rolls) and paper out (Word, Excel, Markdown).
