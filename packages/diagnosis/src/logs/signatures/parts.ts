/**
 * Building blocks of patterns. Every quantifier has a bound, so that a hostile line can't make matching slow.
 * `host2` is the second possible place of a host in the same pattern; see `factsOf`.
 */
export const HOST = String.raw`(?<host>[a-z0-9_][\w.-]{0,252})`;
export const PORT = String.raw`(?<port>\d{1,5})`;
/** `host:port`, also `[::1]:5432` and `host/10.0.0.1:5432`. */
export const ADDRESS = String.raw`\[?(?<host>[\w.:-]{1,253}?)\]?(?:\/[\d.]{1,40})?:(?<port>\d{1,5})\b`;
export const QUOTE = String.raw`["'\x60\u201c\u201d\u2018\u2019]?`;
/** Quoted or bare name without white space. */
export const VARIABLE = String.raw`["'\x60]?\$?\{?(?<variable>[A-Z][A-Z0-9]{0,80}(?:_[A-Z0-9]{1,80}){0,12})\}?["'\x60]?`;
export const PATH = String.raw`(?<path>\/[^\s"'\x60:,;()\]]{1,300})`;
export const FILE = String.raw`(?<file>[\w./\\@~-]{1,300}\.\w{1,12})`;
export const NAME = String.raw`["'\x60]?(?<name>[\w.:/@-]{1,200})["'\x60]?`;
