import { SignatureDefinition } from './Signature';
import { FILE, VARIABLE } from './parts';

const r = String.raw;
const ENV = String.raw`(?:environment variables?|env(?:ironment)?\.? ?vars?|env variables?|Umgebungsvariablen?|variables? de entorno)\b`;
const ABSENT = String.raw`(?:(?:is |was |are |not |has |IS )?(?:not (?:been )?(?:set|defined|found|provided|specified|configured|present|given)|n't (?:set|defined|found)|unset|undefined|missing|empty|blank|required|null|nil|None|mandatory)|must (?:be|not be) (?:set|defined|provided|specified|configured|present|given|empty|blank|null)|does not exist|cannot be (?:empty|blank|null|undefined)|(?:ist )?nicht gesetzt|fehlt|no est[aá] definida|no definida)`;

/** Missing variables, files that don't parse, options that don't exist. */
export const configurationSignatures: SignatureDefinition[] = [
  {
    name: 'env-missing',
    category: 'crash-loop-config',
    weight: 0.94,
    pattern: r`(?:${ENV}:? ?${VARIABLE} ?:? ?${ABSENT}|(?:missing|undefined|unset|required|mandatory|no|empty|fehlende) (?:required |mandatory |or empty |value for )?(?:the )?${ENV}[:,]? ?\(?(?:\w{1,20}: )?["'\x60\[]{0,2}(?<variable2>[A-Z][A-Z0-9_]{1,100})|${ENV} (?:is |are |was )?(?:not (?:found|set|defined|provided)|missing|required|undefined|unset|empty):? {0,2}["'\x60]?(?<variable4>[A-Z][A-Z0-9_]{1,100})|${ENV} ["'\x60](?<variable3>[A-Za-z][\w.-]{1,100})["'\x60] (?:\w{1,10} )?${ABSENT})`,
    says: 'The environment variable {variable} is not set.',
  },
  {
    name: 'env-missing-bare',
    category: 'crash-loop-config',
    weight: 0.9,
    caseSensitive: true,
    pattern: r`(?:(?<![\w$])["'\x60]?(?<variable>[A-Z][A-Z0-9]{0,60}(?:_[A-Z0-9]{1,60}){1,12})["'\x60]? ?:? ?(?:env(?:ironment)? (?:variable|var) )?(?:parameter |setting )?${ABSENT}|(?:[Mm]issing|[Rr]equired|[Uu]ndefined|[Nn]eeds?|[Pp]lease (?:set|provide|specify|define)|[Mm]ust (?:set|provide|specify|define)|need to set|[Nn]o value for|[Nn]o) (?:(?:required|config(?:uration)?|key|value|setting|option|parameter|variable|var|secret|the|for) ){0,4}:? ?["'\x60]?\$?(?<variable2>[A-Z][A-Z0-9]{0,60}(?:_[A-Z0-9]{1,60}){1,12})\b|KeyError: ['"](?<variable3>[A-Z][A-Z0-9]{0,60}(?:_[A-Z0-9]{1,60}){0,12})['"]|key not found: "(?<variable4>[A-Z][A-Z0-9_]{2,100})" \(KeyError\)|(?<variable5>[A-Z][A-Z0-9_]{1,100}): (?:parameter not set|unbound variable|parameter null or not set)|required key (?<variable6>[A-Z][A-Z0-9_]{1,100}) missing value|(?:EnvVar|environ)[^\n]{0,40}NotPresent|called \x60Result::unwrap\(\)\x60 on an \x60Err\x60 value: NotPresent)`,
    says: 'The setting[ {variable}] is not set in the environment.',
  },
  {
    name: 'environment-invalid',
    category: 'crash-loop-config',
    weight: 0.9,
    pattern: r`invalid ${ENV}(?<problem>[^\n]{0,200})`,
    says: 'The environment variables are not valid{problem}.',
  },
  {
    name: 'setting-changed',
    category: 'log-needle',
    weight: 0.88,
    pattern: r`\b(?:config(?:uration)?|settings?|propert(?:y|ies)|parameters?|flags?) (?:was |were |has been |have been )?(?:re-?loaded|changed|updated|applied)(?: (?:from|of|in) \S{1,120})?[:;,]? (?<setting>[\w.-]{1,80})[:=]? (?<from>[^\s"',]{1,60}) ?(?:->|=>|\u2192) ?(?<to>[^\s"',]{1,60})`,
    says: 'The setting {setting} was changed from {from} to {to}.',
  },
  {
    name: 'setting-missing',
    category: 'crash-loop-config',
    weight: 0.88,
    pattern: r`(?:(?:missing|undefined|unset) (?:required |mandatory )?(?:config(?:uration)? |setting |option |property |parameter |key |value for ){0,3}["'\x60](?<variable>[a-z][\w.-]{1,100})["'\x60] (?:for|in|from) |Field required \[type=missing|(?<!\w)(?:config(?:uration)?(?: key| option| value| property| setting)?|setting|option|property|parameter) ["'\x60]?(?<variable2>[\w-]{1,60}(?:[._][\w-]{1,60}){1,8})["'\x60]? (?:is |was )?(?:required|missing|mandatory|not set|undefined|unset|empty|must be set)\b)`,
    says: 'A setting[ {variable}] is not set.',
  },
  {
    name: 'spring-placeholder',
    category: 'crash-loop-config',
    weight: 0.94,
    pattern: r`(?:Could not resolve placeholder (?:'(?<variable>[^']{1,200})'|\$\{(?<variable4>[^}\s]{1,200})\})|Failed to bind properties under '(?<variable2>[^']{1,200})'|Failed to configure a DataSource: 'url' attribute is not specified|required a (?:bean of type|configuration) '(?<variable3>[^']{1,200})'|Could not autowire)`,
    says: 'Spring misses the property or bean[ {variable}].',
  },
  {
    name: 'config-file-missing',
    category: 'crash-loop-config',
    weight: 0.88,
    pattern: r`(?:(?:config(?:uration)?|settings|properties|credentials?|secrets?|key|kubeconfig)[ -]?(?:file)?s? (?:at |path )?["'\x60]?(?<path>[\w./~-]{3,300})["'\x60]? (?:not found|does not exist|is missing|could not be (?:found|read|opened)|doesn't exist|no such file)|(?:could not|cannot|can't|unable to|failed to|error) (?:open|read|load|find|locate|reading|loading|opening)(?:ing)? (?:the )?(?:main )?(?:config(?:uration)?|settings|properties file)(?: file)?:? ?["'\x60]?(?<path2>[\w./~-]{0,300})|(?:open|stat|read) ['"]?(?<path3>[\w./~-]{0,200}(?:config|settings|\.env|\.ya?ml|\.toml|\.ini|\.conf|\.properties)[\w.-]{0,60})['"]?: no such file or directory|Config(?:uration)? ?File ?Not ?Found|ConfigFileNotFoundError|Config file not found)`,
    says: 'The configuration file[ {path}] is missing or can not be read.',
  },
  {
    name: 'file-not-found',
    category: 'crash-loop-app-error',
    weight: 0.84,
    pattern: r`(?:(?:open|stat|lstat|read|exec|mkdir|chdir|can't open file|cannot open(?: file| shared object file)?|cannot (?:access|stat|find)|can't (?:open|cd to|find)|couldn't (?:open|find|read)|could not (?:open|find|read)|failed to open(?: stream)?|ENOENT: no such file or directory, \w{1,20}|No such file or directory(?: @ \w{1,30} -|:)|FileNotFoundException:|Could not find file) ?["'\x60\u2018]?(?<path>\/[^\s'"\x60:\u2019]{1,300})["'\x60\u2019]?(?::| \()?[^\n]{0,5}(?:no such file or directory|not found)?|(?<![\w/])(?<path2>\/[^\s'"\x60:\u2019]{1,300})['"\x60]?:? ?\(?(?:\d{1,2}: )?no such file or directory|No such file or directory: ['"](?<path3>[^'"]{1,300})['"])`,
    says: 'The file {path} does not exist in the container.',
  },
  {
    name: 'nginx-config',
    category: 'config-invalid',
    weight: 0.91,
    pattern: r`(?:\[emerg\] [^\n]{0,300} in (?<file>\/[^\s:]{1,300}):(?<line>\d{1,7})|nginx: configuration file (?<file2>\/[^\s:]{1,300}) test failed|AH0052\d: Syntax error on line (?<line2>\d{1,7}) of (?<file3>\/[^\s:]{1,300})|(?:\[ALERT\][^\n]{0,80}|config : )parsing \[(?<file4>[^\]:]{1,300}):(?<line3>\d{1,7})\])`,
    says: 'The web server refuses its configuration[ at {file}:{line}].',
  },
  {
    name: 'yaml-invalid',
    category: 'config-invalid',
    weight: 0.9,
    pattern: r`(?:error (?:parsing|converting|unmarshall?ing) (?:the )?(?:YAML|config)[^\n]{0,120}|yaml: (?:unmarshal errors?|line (?<line>\d{1,7}): [^\n]{1,120}|[^\n]{1,80}did not find expected[^\n]{1,60}|mapping values are not allowed)|yaml\.(?:scanner|parser)\.\w{1,30}Error|YAMLException|YAMLParseError|YAMLSyntaxError|mapping values are not allowed (?:here|in this context)|found character '[^']{1,4}' that cannot start any token|could not find expected ':'|while (?:parsing a (?:block|flow) \w{1,20}|scanning (?:a|for) [\w ]{1,30})|Psych::SyntaxError|did not find expected (?:key|node content|'-' indicator)|snakeyaml[^\n]{0,60}Exception)(?:[^\n]{0,120}? in ["'](?<file>[^"']{1,300})["'], line (?<line2>\d{1,7}))?`,
    says: 'A YAML file[ {file}] does not parse[ (line {line})].',
  },
  {
    name: 'json-config-invalid',
    category: 'config-invalid',
    weight: 0.88,
    pattern: r`(?:(?:config(?:uration)?|settings|\.json)[^\n]{0,120}(?:JSON ?(?:Parse|Decode|Syntax)?Error|Unexpected token|Expected [^\n]{1,60} in JSON|invalid character|invalid JSON|is not valid JSON|SyntaxError|malformed)|(?:JSONDecodeError|JsonParseException|JsonReaderException|JsonMappingException|SyntaxError: (?:Unexpected token|Expected|Bad control)[^\n]{0,60} (?:in|is not valid) JSON|invalid JSON)[^\n]{0,160}?(?:config|settings|\.json)|failed to parse JSON[^\n]{0,100}config)`,
    says: 'A JSON configuration does not parse.',
  },
  {
    name: 'toml-ini-xml-invalid',
    category: 'config-invalid',
    weight: 0.9,
    pattern: r`(?:toml: (?:line (?<line>\d{1,7})|[^\n]{1,80}(?:expected|invalid|cannot))|TOMLDecodeError|toml\.decoder|TomlDecodeError|TOML parse error(?: at line (?<line2>\d{1,7}))?|configparser\.\w{1,40}Error|MissingSectionHeaderError|File contains no section headers|SAXParseException[^\n]{0,60}(?:lineNumber: (?<line3>\d{1,7}))?|XML (?:parse|parsing|syntax) error|xml\.etree\.ElementTree\.ParseError|Content is not allowed in prolog|Malformed \\uxxxx encoding|mismatched tag|hcl: [^\n]{1,80}|HOCON|ConfigException\$Parse|MalformedInputException)`,
    says: 'A configuration file does not parse[ (line {line})].',
  },
  {
    name: 'config-parse-failed',
    category: 'config-invalid',
    weight: 0.9,
    pattern: r`(?:(?:(?:failed|unable|could not|couldn't|cannot|can't|error) (?:to )?(?:pars(?:e|ing)|decod(?:e|ing)|unmarshal(?:l?ing)?|load(?:ing)?|read(?:ing)?|validat(?:e|ing)|initiali[sz](?:e|ing))|error in|syntax error in|invalid|malformed|bad|fatal config file error) (?:the )?(?:\w{1,20} )?(?:config(?:uration)?|settings|\.env|properties file|config\.\w{1,6})(?: file)?\b(?: ["'\x60]?${FILE}["'\x60]?)?(?::(?<line>\d{1,7}))?|config(?:uration)? (?:file )?(?:["'\x60]?(?<file2>[\w-]{0,60}[./][\w./-]{1,300})["'\x60]? )?(?:is |error|has errors|parse error|validation (?:failed|error)|check failed)(?:invalid|malformed)?:?[^\n]{0,20}|FATAL CONFIG FILE ERROR|tried to instance a plugin name that doesn't exist|failed to load (?:[\w-]{1,30} ){1,3}from ["'\x60]?(?<file5>\/[\w./-]{1,300}\.(?:ya?ml|json|toml|ini|conf|cfg|xml|properties))\b|(?:failed|unable|could not|couldn't|cannot|can't|error) (?:to )?(?:pars(?:e|ing)|decod(?:e|ing)|unmarshal(?:l?ing)?) (?:the )?(?:file )?["'\x60]?(?<file4>[\w./-]{1,300}\.(?:ya?ml|json|toml|ini|conf|cfg|xml|properties|hcl))\b|Reading the configuration file, at line (?<line2>\d{1,7})|Bad directive or wrong number of arguments|ConfigurationError|InvalidConfigurationException|ConfigException:|configuration error:|(?<![\w./-])(?<file3>\/[\w./-]{1,300}\.(?:ya?ml|json|toml|ini|conf|cfg|xml|properties)):(?<line3>\d{1,7})(?::\d{1,5})?: )`,
    says: 'The configuration[ {file}][ line {line}] is not valid.',
  },
  {
    name: 'redis-config-line',
    category: 'config-invalid',
    weight: 0.96,
    pattern: r`^>>> '(?<value>[^\n]{1,160})'$`,
    says: 'The configuration has a line that the program does not accept: {value}.',
  },
  {
    name: 'config-value-invalid',
    category: 'config-invalid',
    weight: 0.84,
    pattern: r`(?:(?:invalid|illegal|unsupported|unknown|unrecogni[sz]ed|bad|unexpected) (?:value|setting|configuration (?:key|option|value|parameter|property)|config (?:key|option|value)|property|key|directive|field|duration|log ?level|port(?: number)?|url|uri|dsn|connection string|boolean)\b(?: for)?:? ?["'\x60]?(?<variable>[\w.-]{0,120})|unknown directive "(?<variable2>[^"]{1,120})"|strconv\.(?:Atoi|Parse\w{1,10}): parsing "(?<value>[^"]{0,120})"|NumberFormatException: For input string: "(?<value2>[^"]{0,120})"|invalid literal for int\(\) with base 10: '(?<value3>[^']{0,120})'|value is not a valid \w{1,20}|pydantic[^\n]{0,60}ValidationError|validation errors? for (?<variable3>\w{0,80})(?:Settings|Config)|Config validation error|could not parse (?:duration|url|"[^"]{1,80}")|missing (?:protocol|port) (?:scheme )?in address|first path segment in URL cannot contain colon|field (?<variable4>\w{1,80}) not found in (?:type|struct)|json: (?:unknown field|cannot unmarshal)[^\n]{0,100}|Field validation for '(?<variable5>\w{1,80})' failed|Schema validation failed)`,
    says: 'A setting has a value that the program does not accept[: {variable}][ ("{value}")].',
  },
  {
    name: 'unknown-flag',
    category: 'bad-command',
    weight: 0.88,
    pattern: r`(?:unknown (?:shorthand )?(?:flag|option|argument|command)s?:?(?: ['"\x60]?(?<flag>-{0,2}[\w-]{1,80}))?|flag provided but not defined: (?<flag2>-{1,2}[\w-]{1,80})|unrecogni[sz]ed (?:option|argument|command)s?:? ?['"\x60]?(?<flag3>-{0,2}[\w-]{1,80})|(?:error: )?unexpected argument '(?<flag4>[^']{1,80})'|Unrecognized (?:VM )?option '(?<flag5>[^']{1,80})'|Invalid (?:maximum|initial|minimum) (?:heap|thread stack) size: (?<flag10>-X\w{1,40})|no such option:? (?<flag6>-{1,2}[\w-]{1,80})|invalid option -- '?(?<flag7>\w)|illegal option|bad option: (?<flag8>\S{1,80})|No such command '(?<flag9>[^']{1,80})'|the following arguments are required: (?<flag0>[^\n]{1,100})|required flag\(s\) "[^\n]{1,100}" not set|error: a value is required for)`,
    says: 'The program was started with an option or command it does not know, or without one it needs[: {flag}].',
  },
  {
    name: 'shell-command-not-found',
    category: 'bad-command',
    weight: 0.9,
    pattern: r`(?:(?:\b(?:ba|da|a|z)?sh|entrypoint(?:\.sh)?|\.sh): (?:line )?\d{0,6}:? ?(?<command>[\w./-]{1,200}): (?:command )?not found|(?<![\w./-])(?<command2>[\w./-]{1,200}): command not found|env: ['\u2018]?(?<command3>[\w./\\-]{1,200})['\u2019]?: No such file or directory|exec: (?:line \d{1,6}: )?"?(?<command4>[\w./-]{1,200})"?: (?:not found|executable file not found)|python\d?[\d.]{0,5}: can't open file ['"]?(?<command5>[^'":]{1,200})|executable file not found in \$PATH|Unable to access jarfile (?<command6>\S{1,200})|no main manifest attribute|Could not find or load main class (?<command7>\S{1,200})|bad interpreter|\\r': No such file or directory|tini: exec \S{1,200} failed)`,
    says: 'The command[ {command}] does not exist in the container: it is not in the image, or a volume hides it.',
  },
  {
    name: 'exec-format-error',
    category: 'bad-command',
    weight: 0.95,
    pattern: r`(?:exec format error|cannot execute(?: binary file)?: (?:Exec format error|required file not found)|rosetta error|wrong ELF class|invalid ELF header)`,
    says: 'The binary does not run on this machine: it is built for another processor architecture, or a script has no interpreter line.',
  },
];
