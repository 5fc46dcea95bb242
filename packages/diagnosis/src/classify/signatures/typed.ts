import { SignatureDefinition } from '../../logs/signatures/Signature';

const r = String.raw;

/** How people describe a failure in their own words: English, German, Spanish. */
export const typedSignatures: SignatureDefinition[] = [
  {
    name: 'typed-out-of-memory',
    category: 'oom-killed',
    weight: 0.84,
    pattern: r`(?:\bOOM\b(?! ?score)|(?:runs?|ran|running) out of memory|out[- ]of[- ]memory|memory limit (?:exceeded|reached|hit)|zu wenig (?:Arbeits)?speicher|Speicherlimit|sin memoria|memoria insuficiente)`,
    says: 'The container runs out of memory.',
  },
  {
    name: 'typed-image',
    category: 'image-pull',
    weight: 0.86,
    pattern: r`(?:(?:can(?:not|'t)|could ?n[o']t|unable to|failed to|fails to|kann (?:das |sein )?) ?(?:pull|download|fetch|find)[^\n]{0,30}\bimage\b|image (?:pull|download) (?:fail\w{0,4}|error)|image (?:tag )?(?:was )?(?:not found|does not exist|doesn't exist)|Image[^\n]{0,40}nicht (?:gezogen|gefunden|laden)|no se puede descargar la imagen)`,
    says: 'The image can not be pulled.',
  },
  {
    name: 'typed-crash',
    category: 'crash-loop-app-error',
    weight: 0.55,
    pattern: r`(?:\b(?:pods?|containers?|app|application|service|deployment|anwendung|dienst)\b[^\n]{0,40}\b(?:keeps? (?:on )?(?:crash|restart|dying|failing)\w{0,4}|crash(?:es|ing|ed)?|restarts? (?:constantly|all the time|over and over|every|again)|is (?:restarting|failing|dying)|st\xfcrzt|startet (?:st\xe4ndig |immer wieder )?neu|se reinicia|falla|won't start|does(?: not|n't) start|fails to start))`,
    says: 'The container does not stay up.',
  },
  {
    name: 'typed-certificate',
    category: 'tls-certificate',
    weight: 0.86,
    pattern: r`(?:(?:tls|ssl|https|x509) (?:cert\w{0,10}|handshake|error)[^\n]{0,60}(?:expired|invalid|fail\w{0,4}|not trusted|wrong|error|abgelaufen|ung\xfcltig)|(?:cert|certificate|zertifikat|certificado)\w{0,2} (?:of \S{1,100} |for \S{1,100} )?(?:is |has |was |ist |est\xe1 |ha )?(?:expired|invalid|abgelaufen|ung\xfcltig|caducado|expirado|vencido)|certificate (?:is )?not (?:trusted|accepted))`,
    says: 'A TLS certificate is not accepted.',
  },
  {
    name: 'typed-dns',
    category: 'dns',
    weight: 0.86,
    pattern: r`(?:\bDNS\b[^\n]{0,50}(?:fail\w{0,4}|not work\w{0,3}|does(?: not|n't) (?:work|resolve)|broken|error|timeout|problem|geht nicht|no resuelve|kaputt)|(?:does(?: not|n't)|can(?:not|'t)|could ?n[o']t|unable to|wird nicht|no se puede) (?:be )?(?:resolv|aufgel|resolver)\w{0,4}|name resolution (?:fail\w{0,4}|error))`,
    says: 'A name is not resolved.',
  },
  {
    name: 'typed-rbac',
    category: 'rbac-forbidden',
    weight: 0.88,
    pattern: r`(?:service ?account[^\n]{0,80}(?:lacks?|missing|no|not have|cannot|can't|may not|not allowed|forbidden|keine|darf nicht|no tiene)[^\n]{0,60}(?:permission|right|role|list|get|watch|create|update|patch|delete|access|Rechte|permiso|lesen)|RBAC[^\n]{0,60}(?:den(?:y|ied|ies)|forbid\w{0,4}|error|missing|blocks?|fehlt|lacks?)|missing (?:cluster)?role(?:binding)?\b)`,
    says: 'The service account lacks a permission in the Kubernetes API.',
  },
  {
    name: 'typed-disk',
    category: 'disk-full',
    weight: 0.84,
    pattern: r`(?:(?:disk|volume|festplatte|disco|filesystem|storage|pvc)\w{0,2} (?:is |ist |est\xe1 |ran |has run |runs )?(?:full|voll|lleno|out of space)|out of (?:disk )?space|100% (?:full|disk usage)|disk space (?:exhausted|is exhausted|ran out))`,
    says: 'A disk is full.',
  },
  {
    name: 'typed-state-lock',
    category: 'terraform-state-lock',
    weight: 0.95,
    pattern: r`(?:(?:terraform|tofu|opentofu|terragrunt)[^\n]{0,60}(?:state|apply|plan)[^\n]{0,40}(?:\block\w{0,3}\b|gesperrt|bloqueado)|state file (?:is )?locked)`,
    says: 'The Terraform state is locked.',
  },
  {
    name: 'typed-provider',
    category: 'terraform-provider',
    weight: 0.88,
    pattern: r`(?:(?:terraform|tofu|opentofu)[^\n]{0,60}(?:provider|init|plugin)[^\n]{0,60}(?:fail\w{0,4}|error|not found|cannot|can't|could not|schl\xe4gt|falla))`,
    says: 'Terraform can not be initialized or lacks a provider.',
  },
  {
    name: 'typed-dependency',
    category: 'dependency-down',
    weight: 0.78,
    pattern: r`(?:(?:can(?:not|'t)|could ?n[o']t|unable to|kann (?:die |den |das )?|no puede) ?(?:connect|reach|talk|verbinden|erreichen|conectar)[^\n]{0,60}(?:database|db|redis|kafka|postgres\w{0,5}|mysql|mongo\w{0,2}|rabbit\w{0,2}|api|service|backend|upstream|Datenbank|base de datos)|(?:database|redis|kafka|postgres\w{0,5}|mysql|mongo\w{0,2}|rabbitmq|Datenbank|base de datos) (?:is |ist |est\xe1 )(?:down|not reachable|unreachable|unavailable|offline|nicht erreichbar|ca\xedda))`,
    says: 'Something that the program needs can not be reached.',
  },
  {
    name: 'typed-ci',
    category: 'ci-failure',
    weight: 0.7,
    pattern: r`(?:\b(?:pipeline|ci(?:\/cd)?|build|github action|workflow|gitlab job|jenkins(?: job)?|circleci|azure devops)\b[^\n]{0,60}(?:fails?|failed|failing|is red|broke(?:n)?|schl\xe4gt|falla|error))`,
    says: 'A CI job fails.',
  },
  {
    name: 'typed-secret',
    category: 'create-container-config',
    weight: 0.86,
    pattern: r`(?:(?:secret|config ?map)[^\n]{0,40}(?:does(?: not|n't) exist|(?:is |are |was )?(?:missing|not found)|fehlt|falta|no existe))`,
    says: 'A ConfigMap or Secret is missing.',
  },
  {
    name: 'typed-port',
    category: 'port-conflict',
    weight: 0.86,
    pattern: r`(?:\bport \d{1,5} (?:is |ist |was )?(?:already )?(?:in use|taken|belegt|occupied|used)|(?:puerto) \d{1,5} (?:ya )?(?:est\xe1 )?en uso)`,
    says: 'A port is taken.',
  },
];
