import { Facts, Signature } from './Signature';

/** What looks like `host:port` but is a place in a source file. */
const SOURCE_FILE =
  /\.(?:go|py|js|mjs|cjs|ts|tsx|java|kt|scala|rb|rs|php|cs|cpp|cc|c|h|ex|exs|erl|sh|lua|pl|swift|conf|ya?ml|json|toml|ini|xml|cfg)$/i;
const URL = /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s@/"']{1,100}@)?(?<host>[a-z0-9_][\w.-]{0,252})(?::(?<port>\d{1,5}))?/i;
const ADDRESS =
  /(?<![\w.:-])(?<host>(?:[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,10}|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})):(?<port>\d{2,5})(?![\w:.-]{0,1}\d)/gi;
const PYTHON_POOL = /host='(?<host>[^']{1,253})', port=(?<port>\d{1,5})/;
const NAMED_HOST =
  /\bhost(?:name)?["']?[=:] ?["']?(?<host>[a-z][\w.-]{1,252})["']?(?:[, ]{1,2}port["']?[=: ]{1,2}["']?(?<port>\d{1,5}))?/i;
const FILE_PATH = /(?<![\w/:])(?<path>\/(?:[\w.@~+-]{1,100}\/){0,20}[\w.@~+-]{1,100})/;

const SPEAKS_OF_HOST = new Set(['dns', 'dependency-down', 'tls-certificate', 'permission-denied', 'clock-or-deadlock']);
const SPEAKS_OF_PATH = new Set(['permission-denied', 'disk-full', 'config-invalid', 'crash-loop-config']);

/** Host, port or path that stand in the line outside of what the signature's pattern covers. */
export function commonFacts(text: string, { category, meaning }: Signature): Facts {
  if (meaning !== 'recovery' && !SPEAKS_OF_HOST.has(category) && !SPEAKS_OF_PATH.has(category)) return {};
  const facts: Facts = {};
  if (meaning === 'recovery' || SPEAKS_OF_HOST.has(category)) Object.assign(facts, address(text));
  if (SPEAKS_OF_PATH.has(category) && !facts.host) {
    const path = FILE_PATH.exec(text)?.groups?.path;
    if (path && path.length > 2) facts.path = path;
  }
  return facts;
}

function address(text: string): Facts {
  const direct = URL.exec(text) ?? PYTHON_POOL.exec(text) ?? firstAddress(text) ?? NAMED_HOST.exec(text);
  const { host, port } = direct?.groups ?? {};
  if (!host || SOURCE_FILE.test(host)) return {};
  return port ? { host, port } : { host };
}

function firstAddress(text: string): RegExpExecArray | undefined {
  ADDRESS.lastIndex = 0;
  for (let match = ADDRESS.exec(text); match; match = ADDRESS.exec(text)) {
    if (!SOURCE_FILE.test(match.groups!.host)) return match;
  }
  return undefined;
}
