/** A text with secrets, none of which may survive. */
export interface SecretCase {
  carrier: string;
  text: string;
  secrets: string[];
}

const ALPHABET = 'kQ7zR2mXv9LpTb4WnYc8JsHd3FgEw6Ua5ZrKtMx1NqVyPoBj0CiDhSfGlAe';

/** Looks like a token, is none, and is not in the source as a whole, where scanners of repositories would find it. */
export function fake(prefix: string, length: number, alphabet = ALPHABET): string {
  let body = '';
  for (let index = 0; index < length; index += 1) {
    body += alphabet[(index * 17 + prefix.length * 7 + length) % alphabet.length];
  }
  return prefix + body;
}

const HEX = '3f9a1c7e5b2d8064';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const jwt = `${base64('{"alg":"HS256","typ":"JWT"}').replace(/=+$/, '')}.${base64('{"sub":"app","exp":99}').replace(
  /=+$/,
  '',
)}.${fake('', 43)}`;
const keyBody = [fake('MIIEow', 58), fake('b', 63), fake('c', 40)].join('\n');
const pem = (label: string, body = keyBody) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
const awsId = fake('AKIA', 16, 'Q7RZ2MXV9LPT4WNYC');
const awsSecret = fake('wJ', 38);
const github = fake('ghp_', 36);

/** Worked on while writing the detectors. */
export const secretCases: SecretCase[] = [
  { carrier: 'environment dump', text: 'PATH=/bin\nDB_PASSWORD=hunter2-Prod!\nHOME=/root', secrets: ['hunter2-Prod!'] },
  { carrier: 'export', text: "export MYSQL_ROOT_PASSWORD='s3cr3t pass'", secrets: ['s3cr3t pass'] },
  { carrier: 'all letters', text: 'PGPASSWORD=swordfish psql -h db', secrets: ['swordfish'] },
  { carrier: 'numeric password', text: 'redis.password=12345678', secrets: ['12345678'] },
  { carrier: 'YAML', text: 'spring:\n  datasource:\n    password: Tr0ub4dor&3 # prod\n', secrets: ['Tr0ub4dor&3'] },
  { carrier: 'YAML env', text: '- name: DB_PASSWORD\n  value: hunter2\n- name: X\n  value: y', secrets: ['hunter2'] },
  { carrier: 'YAML block', text: 'api_token: |\n  abc123def456\nnext: 1', secrets: ['abc123def456'] },
  { carrier: 'JSON', text: '{"user":"app","password":"p@ss, word"}', secrets: ['p@ss, word'] },
  { carrier: 'pretty JSON', text: '{\n  "clientSecret": "8f2kd93jd",\n  "n": 1\n}', secrets: ['8f2kd93jd'] },
  { carrier: 'escaped JSON', text: '"{\\"api_key\\":\\"q9w8e7r6t5\\"}"', secrets: ['q9w8e7r6t5'] },
  { carrier: 'JSON env', text: '{"name":"SMTP_PASS","value":"mailpw99"}', secrets: ['mailpw99'] },
  { carrier: 'logfmt', text: 'level=info msg="connect" password=correcthorse user=app', secrets: ['correcthorse'] },
  { carrier: 'log of a map', text: 'Config{user=app, password=Zx81Spectrum, port=5432}', secrets: ['Zx81Spectrum'] },
  { carrier: 'flag', text: 'server --port 80 --db-password hunter2x --verbose', secrets: ['hunter2x'] },
  { carrier: 'flag with =', text: 'app --auth-token=tok_live_abcdef', secrets: ['tok_live_abcdef'] },
  { carrier: 'argument list', text: 'args: ["--password", "hunter2x", "--port", "80"]', secrets: ['hunter2x'] },
  { carrier: 'mysql -p', text: 'mysqldump -u root -pR00tpw! shop > dump.sql', secrets: ['R00tpw!'] },
  { carrier: 'curl -u', text: 'curl -s -u deploy:Pa55w0rd https://repo.example.com/x', secrets: ['Pa55w0rd'] },
  {
    carrier: 'curl header',
    text: `curl -H "Authorization: Bearer ${fake('', 32)}" https://api`,
    secrets: [fake('', 32)],
  },
  { carrier: 'basic', text: `Authorization: Basic ${base64('app:hunter2')}`, secrets: [base64('app:hunter2')] },
  { carrier: 'x-api-key', text: 'x-api-key: 0a1b2c3d4e5f', secrets: ['0a1b2c3d4e5f'] },
  { carrier: 'cookie', text: 'Cookie: theme=dark; sessionid=38afes7a8b2c9d', secrets: ['38afes7a8b2c9d'] },
  { carrier: 'jwt', text: `token rejected: ${jwt}`, secrets: [jwt, jwt.split('.')[2]] },
  { carrier: 'PEM', text: `key:\n${pem('RSA PRIVATE KEY')}\ndone`, secrets: keyBody.split('\n') },
  {
    carrier: 'PEM in JSON',
    text: JSON.stringify({ private_key: pem('PRIVATE KEY') }),
    secrets: keyBody.split('\n'),
  },
  {
    carrier: 'PEM cut off',
    text: `-----BEGIN EC PRIVATE KEY-----\n${keyBody}`,
    secrets: keyBody.split('\n').slice(0, 2),
  },
  { carrier: 'PEM in a log', text: pem('OPENSSH PRIVATE KEY').replace(/^/gm, 'INFO '), secrets: keyBody.split('\n') },
  {
    carrier: 'AWS',
    text: `aws_access_key_id=${awsId} aws_secret_access_key=${awsSecret}`,
    secrets: [awsId, awsSecret],
  },
  { carrier: 'AWS in prose', text: `using ${awsId} and ${awsSecret} for s3`, secrets: [awsId, awsSecret] },
  { carrier: 'GitHub', text: `fatal: could not read from https://${github}@github.com/x/y`, secrets: [github] },
  { carrier: 'GitHub fine', text: fake('github_pat_', 60), secrets: [fake('github_pat_', 60)] },
  { carrier: 'GitLab', text: `glab auth ${fake('glpat-', 20)}`, secrets: [fake('glpat-', 20)] },
  { carrier: 'Slack', text: `bot ${fake('xoxb-', 40)} ready`, secrets: [fake('xoxb-', 40)] },
  {
    carrier: 'Slack webhook',
    text: `POST https://hooks.slack.com/services/T0AB/B0CD/${fake('', 24)} 200`,
    secrets: [fake('', 24)],
  },
  { carrier: 'Stripe', text: `stripe ${fake('sk_live_', 24)}`, secrets: [fake('sk_live_', 24)] },
  { carrier: 'npm', text: `//registry.npmjs.org/:_authToken=${fake('npm_', 36)}`, secrets: [fake('npm_', 36)] },
  { carrier: 'PyPI', text: `twine ${fake('pypi-AgEI', 60)}`, secrets: [fake('pypi-AgEI', 60)] },
  { carrier: 'OpenAI', text: `401 for ${fake('sk-proj-', 48)}`, secrets: [fake('sk-proj-', 48)] },
  { carrier: 'Anthropic', text: `${fake('sk-ant-api03-', 60)}`, secrets: [fake('sk-ant-api03-', 60)] },
  { carrier: 'Google', text: `maps key ${fake('AIza', 35)}`, secrets: [fake('AIza', 35)] },
  {
    carrier: 'SendGrid',
    text: `SG.${fake('', 22)}.${fake('', 43)}`,
    secrets: [`SG.${fake('', 22)}.${fake('', 43)}`],
  },
  { carrier: 'Vault', text: `X-Vault-Token: ${fake('hvs.', 24)}`, secrets: [fake('hvs.', 24)] },
  { carrier: 'Databricks', text: fake('dapi', 32, HEX), secrets: [fake('dapi', 32, HEX)] },
  {
    carrier: 'Azure storage',
    text: `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${fake('', 86)}==;EndpointSuffix=x`,
    secrets: [fake('', 86)],
  },
  {
    carrier: 'SAS',
    text: `https://x.blob.core.windows.net/a?sv=2020&sig=${fake('', 43)}%3D&se=1`,
    secrets: [fake('', 43)],
  },
  { carrier: 'postgres URL', text: 'dial postgres://app:s3cr3t@db:5432/shop?sslmode=off', secrets: ['s3cr3t'] },
  { carrier: 'password with signs', text: 'postgres://app:p@ss/w0rd@db:5432/shop', secrets: ['p@ss/w0rd', 'w0rd'] },
  { carrier: 'redis URL', text: 'REDIS_URL=redis://:r3dis-pw@cache:6379/0', secrets: ['r3dis-pw'] },
  { carrier: 'amqp', text: 'amqp://orders:orderspw@mq:5672/vh', secrets: ['orderspw'] },
  { carrier: 'JDBC', text: 'jdbc:sqlserver://db;user=sa;password=Str0ng!Pw;encrypt=true', secrets: ['Str0ng!Pw'] },
  { carrier: 'JDBC query', text: 'jdbc:mysql://db/shop?user=app&password=qwerty12&x=1', secrets: ['qwerty12'] },
  { carrier: 'ADO', text: 'Server=db;Database=s;User Id=sa;Password=P@ss;word1;', secrets: ['P@ss'] },
  { carrier: 'Go DSN', text: 'app:gopher99@tcp(db:3306)/shop', secrets: ['gopher99'] },
  { carrier: 'Oracle', text: 'jdbc:oracle:thin:scott/tiger7@db:1521:x', secrets: ['tiger7'] },
  { carrier: 'query', text: `GET /hook?user=1&token=${fake('', 20)}&x=1 200`, secrets: [fake('', 20)] },
  {
    carrier: 'kubeconfig',
    text: `users:\n- name: a\n  user:\n    client-key-data: ${base64(
      pem('RSA PRIVATE KEY'),
    )}\n    token: abcdef0123456789`,
    secrets: [base64(pem('RSA PRIVATE KEY')), 'abcdef0123456789'],
  },
  {
    carrier: 'Secret manifest',
    text: `apiVersion: v1\ndata:\n  thing: ${base64('hunter2')}\nkind: Secret\nmetadata:\n  name: db`,
    secrets: [base64('hunter2')],
  },
  {
    carrier: 'docker config',
    text: `{"auths":{"registry.x":{"auth":"${base64('bob:builder1')}"}}}`,
    secrets: [base64('bob:builder1')],
  },
  {
    carrier: 'base64',
    text: `cfg ${base64('postgres://app:hunter2@db/x')} end`,
    secrets: [base64('postgres://app:hunter2@db/x')],
  },
  { carrier: 'URL-encoded', text: 'redirect=x%3Fpassword%3Dhunter2%26a%3D1', secrets: ['hunter2'] },
  { carrier: 'netrc', text: 'machine git.x login bob password b0bspw', secrets: ['b0bspw'] },
  { carrier: 'SQL', text: "CREATE USER app WITH PASSWORD 'sqlpw';", secrets: ['sqlpw'] },
  { carrier: 'sentence', text: 'the password is hunter2.', secrets: ['hunter2'] },
  { carrier: 'XML', text: '<db><password>x1y2z3</password></db>', secrets: ['x1y2z3'] },
  { carrier: 'hash', text: `root:$6$abcdefgh$${fake('', 86)}:19000:0:::`, secrets: [fake('', 86)] },
  { carrier: 'German', text: 'Passwort: Geheim123', secrets: ['Geheim123'] },
  { carrier: 'properties', text: 'spring.mail.password = abcd efgh ijkl mnop', secrets: ['abcd efgh ijkl mnop'] },
  { carrier: 'Python', text: "DATABASES = {'PASSWORD': 'djang0'}", secrets: ['djang0'] },
  { carrier: 'code', text: 'const apiKey = "zx9-81q-77a";', secrets: ['zx9-81q-77a'] },
  { carrier: 'Go headers', text: 'map[Authorization:[Bearer abcdef123456] Accept:[*/*]]', secrets: ['abcdef123456'] },
  {
    carrier: 'kubeadm',
    text: 'kubeadm join 10.0.0.1:6443 --token abcdef.0123456789abcdef',
    secrets: ['abcdef.0123456789abcdef'],
  },
];

/** Kept aside until the detectors stood: what they found of these before anything was changed is the honest number. */
export const heldOutSecretCases: SecretCase[] = [
  { carrier: 'compose', text: '    environment:\n      - POSTGRES_PASSWORD=changeme123', secrets: ['changeme123'] },
  { carrier: 'Dockerfile', text: 'ENV REGISTRY_TOKEN zzz-token-9981-aa', secrets: ['zzz-token-9981-aa'] },
  {
    carrier: 'kubectl describe',
    text: '      JWT_SIGNING_SECRET:  my-very-quiet-words',
    secrets: ['my-very-quiet-words'],
  },
  { carrier: 'helm set', text: 'helm upgrade x --set auth.password=h3lmpw,replicas=2', secrets: ['h3lmpw'] },
  { carrier: 'from-literal', text: 'kubectl create secret generic x --from-literal=foo=barbaz1', secrets: ['barbaz1'] },
  { carrier: 'terraform', text: '  db_password = "tf-Passw0rd"', secrets: ['tf-Passw0rd'] },
  { carrier: 'terraform plan', text: '+ master_password = "9f8e7d6c"', secrets: ['9f8e7d6c'] },
  { carrier: 'ini', text: '[db]\nuser=app\npasswd = in1pass', secrets: ['in1pass'] },
  { carrier: 'toml', text: "secret_key = 'tOml$ecret'", secrets: ['tOml$ecret'] },
  { carrier: 'ruby hash', text: '{:adapter=>"pg", :password=>"rub1es"}', secrets: ['rub1es'] },
  { carrier: 'PHP', text: "'DB_PASS' => 'elephant9',", secrets: ['elephant9'] },
  { carrier: 'Java properties', text: 'javax.net.ssl.keyStorePassword=changeit', secrets: ['changeit'] },
  { carrier: 'JVM flag', text: 'java -Dapp.api.token=jvmtok123 -jar app.jar', secrets: ['jvmtok123'] },
  { carrier: 'PowerShell', text: '$env:AZURE_CLIENT_SECRET = "Ps~Secret.8812"', secrets: ['Ps~Secret.8812'] },
  { carrier: 'Windows set', text: 'set DB_PWD=w1ndows', secrets: ['w1ndows'] },
  { carrier: 'sshpass', text: 'sshpass -p op3nsesame ssh root@host', secrets: ['op3nsesame'] },
  { carrier: 'redis-cli', text: 'redis-cli -h cache -a redispw77 PING', secrets: ['redispw77'] },
  { carrier: 'redis.conf', text: 'requirepass foobared42', secrets: ['foobared42'] },
  { carrier: 'docker login', text: 'docker login -u bob -p d0ckerpw registry.x', secrets: ['d0ckerpw'] },
  { carrier: 'echo to login', text: 'echo hubpw2024 | docker login -u bob --password-stdin', secrets: ['hubpw2024'] },
  { carrier: 'ldap', text: 'ldapsearch -x -D cn=admin -w ldapadm1n -b dc=x', secrets: ['ldapadm1n'] },
  { carrier: 'pgpass', text: 'db.example:5432:shop:app:pgpassw0rd', secrets: ['pgpassw0rd'] },
  { carrier: 'ODBC', text: 'Driver={ODBC 17};Server=db;UID=sa;PWD=0dbcPw;', secrets: ['0dbcPw'] },
  { carrier: 'mongodb+srv', text: 'mongodb+srv://app:m0ng0@c0.x.mongodb.net/db?retryWrites=true', secrets: ['m0ng0'] },
  { carrier: 'encoded password', text: 'postgresql://app:p%40ss%2Fw0rd@db/x', secrets: ['p%40ss%2Fw0rd'] },
  { carrier: 'encoded URL', text: 'next=postgres%3A%2F%2Fapp%3Ahunter22%40db%2Fx', secrets: ['hunter22'] },
  { carrier: 'libpq', text: "could not connect: host=db user=app password='li bpq' dbname=x", secrets: ['li bpq'] },
  {
    carrier: 'Event Hub',
    text: `Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=${fake('', 43)}=`,
    secrets: [fake('', 43)],
  },
  {
    carrier: 'presigned S3',
    text: `https://b.s3.amazonaws.com/k?X-Amz-Credential=${awsId}%2F2026&X-Amz-Signature=${fake('', 64, HEX)}`,
    secrets: [awsId, fake('', 64, HEX)],
  },
  {
    carrier: 'AWS session',
    text: `AWS_SESSION_TOKEN=${fake('IQoJb3JpZ2lu', 80)}`,
    secrets: [fake('IQoJb3JpZ2lu', 80)],
  },
  {
    carrier: 'AWS header',
    text: `Authorization: AWS4-HMAC-SHA256 Credential=${awsId}/20261118/eu/s3/aws4_request, SignedHeaders=host, Signature=${fake(
      '',
      64,
      HEX,
    )}`,
    secrets: [awsId, fake('', 64, HEX)],
  },
  {
    carrier: 'AWS credentials file',
    text: `[default]\naws_access_key_id = ${awsId}\naws_secret_access_key = ${awsSecret}`,
    secrets: [awsId, awsSecret],
  },
  {
    carrier: 'GCP key file',
    text: JSON.stringify(
      { type: 'service_account', private_key: pem('PRIVATE KEY'), client_email: 'a@b' },
      undefined,
      1,
    ),
    secrets: keyBody.split('\n'),
  },
  { carrier: 'Google refresh', text: `refresh_token: ${fake('1//0', 40)}`, secrets: [fake('1//0', 40)] },
  { carrier: 'Google OAuth', text: `granted ${fake('ya29.', 60)}`, secrets: [fake('ya29.', 60)] },
  { carrier: 'Azure secret', text: `secret ${fake('', 3)}8Q~${fake('', 34)} expired`, secrets: [fake('', 34)] },
  { carrier: 'DigitalOcean', text: fake('dop_v1_', 64, HEX), secrets: [fake('dop_v1_', 64, HEX)] },
  {
    carrier: 'Bitbucket',
    text: `git clone https://x-token-auth:${fake('ATBB', 28)}@bitbucket.org/a/b`,
    secrets: [fake('ATBB', 28)],
  },
  { carrier: 'GitHub app', text: `remote: ${fake('ghs_', 36)}`, secrets: [fake('ghs_', 36)] },
  {
    carrier: 'GitHub basic',
    text: `AUTHORIZATION: basic ${base64(`x-access-token:${github}`)}`,
    secrets: [base64(`x-access-token:${github}`)],
  },
  { carrier: 'Twilio', text: `TWILIO_AUTH_TOKEN=${fake('', 32, HEX)}`, secrets: [fake('', 32, HEX)] },
  { carrier: 'HuggingFace', text: `huggingface-cli login --token ${fake('hf_', 34)}`, secrets: [fake('hf_', 34)] },
  { carrier: 'Docker Hub', text: `pull with ${fake('dckr_pat_', 27)}`, secrets: [fake('dckr_pat_', 27)] },
  {
    carrier: 'Telegram',
    text: `https://api.telegram.org/bot123456789:AA${fake('', 33)}/getMe`,
    secrets: [fake('', 33)],
  },
  { carrier: 'Discord', text: `https://discord.com/api/webhooks/12345/${fake('', 68)}`, secrets: [fake('', 68)] },
  {
    carrier: 'Sentry DSN',
    text: `SENTRY_DSN=https://${fake('', 32, HEX)}@o1.ingest.sentry.io/2`,
    secrets: [fake('', 32, HEX)],
  },
  { carrier: 'Datadog', text: `DD_API_KEY=${fake('', 32, HEX)}`, secrets: [fake('', 32, HEX)] },
  { carrier: 'Terraform Cloud', text: `token = "${fake('', 14)}.atlasv1.${fake('', 60)}"`, secrets: [fake('', 60)] },
  { carrier: 'npmrc password', text: '//npm.x/:_password="bnBtcHc5OQ=="', secrets: ['bnBtcHc5OQ=='] },
  { carrier: 'Maven settings', text: '<server><id>x</id><password>mvnPw#1</password></server>', secrets: ['mvnPw#1'] },
  { carrier: '.NET config', text: '<add key="DbPassword" value="d0tnet!" />', secrets: ['d0tnet!'] },
  { carrier: 'bcrypt', text: `user=bob hash=$2b$12$${fake('', 53)}`, secrets: [fake('', 53)] },
  {
    carrier: 'bearer in a log',
    text: 'outgoing headers: {authorization=Bearer 9d8f7a6b5c4e}',
    secrets: ['9d8f7a6b5c4e'],
  },
  { carrier: 'JS object', text: "headers: { 'X-Auth-Token': 'jsob-ject-7781' }", secrets: ['jsob-ject-7781'] },
  {
    carrier: 'set-cookie',
    text: 'Set-Cookie: JSESSIONID=8A7C6B5D4E3F2A1B; Path=/; HttpOnly',
    secrets: ['8A7C6B5D4E3F2A1B'],
  },
  { carrier: 'curl data', text: `curl -d '{"username":"a","password":"curlpw!"}' https://x`, secrets: ['curlpw!'] },
  {
    carrier: 'curl form',
    text: 'curl --data "grant_type=client_credentials&client_secret=cs-1234-zz" https://x',
    secrets: ['cs-1234-zz'],
  },
  {
    carrier: 'ConfigMap text',
    text: 'data:\n  app.ini: |\n    [smtp]\n    smtp_password = iniPw5',
    secrets: ['iniPw5'],
  },
  {
    carrier: 'stringData',
    text: 'kind: Secret\nstringData:\n  config.yaml: |\n    a: deepvalue1\n    b: 2\ntype: Opaque',
    secrets: ['deepvalue1'],
  },
  {
    carrier: 'Secret JSON',
    text: '{"apiVersion":"v1","data":{"x":"c2VjcmV0dmFs"},"kind":"Secret"}',
    secrets: ['c2VjcmV0dmFs'],
  },
  {
    carrier: 'argument lines',
    text: 'args:\n- --client-secret\n- arglinesecret\n- --port',
    secrets: ['arglinesecret'],
  },
  { carrier: 'shell continuation', text: 'app \\\n  --password \\\n  contpw88 \\\n  --x', secrets: ['contpw88'] },
  { carrier: 'base64 pipe', text: "echo -n 'pl4in' | base64", secrets: ['pl4in'] },
  {
    carrier: 'base64 JSON',
    text: base64('{"username":"a","password":"inb64"}'),
    secrets: [base64('{"username":"a","password":"inb64"}')],
  },
  { carrier: 'prose', text: 'logging in as admin with password S3same!open failed', secrets: ['S3same!open'] },
  { carrier: 'Spanish', text: 'contraseña: c0ntr4', secrets: ['c0ntr4'] },
  { carrier: 'table', text: '| db_password | tabl3pw | string |', secrets: ['tabl3pw'] },
  {
    carrier: 'klog',
    text: 'I1118 12:00:00.1 1 main.go:12] FLAG: --oidc-client-secret="kl0gsecret"',
    secrets: ['kl0gsecret'],
  },
  { carrier: 'Django', text: "SECRET_KEY = 'dj4ng0-ins3cure-#k'", secrets: ['dj4ng0-ins3cure-#k'] },
  { carrier: 'Rails', text: `secret_key_base: ${fake('', 128, HEX)}`, secrets: [fake('', 128, HEX)] },
  { carrier: 'Laravel', text: `APP_KEY=base64:${fake('', 43)}=`, secrets: [fake('', 43)] },
  {
    carrier: 'age',
    text: fake('AGE-SECRET-KEY-1', 58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'),
    secrets: [fake('AGE-SECRET-KEY-1', 58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')],
  },
  { carrier: 'PGP', text: pem('PGP PRIVATE KEY BLOCK'), secrets: keyBody.split('\n') },
  { carrier: 'MSSQL login', text: "sqlcmd -S db -U sa -P 'Sql!Cmd9' -Q x", secrets: ['Sql!Cmd9'] },
  { carrier: 'otp', text: 'sent otp=493021 to user', secrets: ['493021'] },
];

/** Texts in which nothing is secret: they stay as they are. */
export const harmlessTexts: string[] = [
  'controller-revision-hash: accounts-db-6b96fc6db8',
  'image: nginx@sha256:4c0fdaa8b6341bfdeca5f18f7837462c80cff90527ee35ef185571e1c327beac',
  'commit 9fceb02d0ae598e95dc970b74767f19372d61af8 (HEAD -> main)',
  'pod checkout-5d9c7b6f4d-x2b9p restarted 3 times',
  'trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7',
  'uid: 69cfaae8-926b-4b63-8e1e-51673eec3174',
  'valueFrom:\n  secretKeyRef:\n    name: db-credentials\n    key: password',
  'volumes:\n- name: tls\n  secret:\n    secretName: shop-tls',
  'Error: secret "db-credentials" not found',
  "couldn't find key password in Secret shop/db-credentials",
  'FATAL: password authentication failed for user "app"',
  'token expired at 2026-11-18T12:00:00Z',
  'SyntaxError: Unexpected token < in JSON at position 0',
  "DB_PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false",
  'dial tcp 10.0.3.7:5432: connect: connection refused',
  'GET http://orders.shop.svc:8080/api/v1/items?page=2&sort=key 200',
  'kind: ServiceAccount\nmetadata:\n  name: token-service\nautomountServiceAccountToken: false',
  'password: ${DB_PASSWORD}',
  'password: {{ .Values.db.password }}',
  'export DB_PASSWORD=$(cat /run/secrets/db)',
  'tokens: 1523, max_tokens: 4096, total_tokens=99',
  'author=bob authority=x bypass=true compass=north passed=12 failed=0',
  `-----BEGIN CERTIFICATE-----\n${keyBody}\n-----END CERTIFICATE-----`,
  'password=[redacted:password#1] token [redacted:jwt#3]',
  '--tls-private-key-file=/etc/kubernetes/pki/apiserver.key --service-account-key-file=/etc/sa.pub',
  'invalid password: must be at least 8 characters',
  'primary key violation: Key (id)=(42) already exists.',
  'cache_key=user:42:profile routing_key=orders.created',
  'Authorization header missing',
  'WWW-Authenticate: Bearer realm="api",error="invalid_token"',
  'checksum/secret: 01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b',
];

/** Kept aside like the held-out secrets. */
export const heldOutHarmlessTexts: string[] = [
  'Successfully pulled image "registry.example.com/shop/token-service:1.2.3" in 2.1s',
  'sha512-oQe0xkRxmT8nTxMmh3A8cJ6XhW1Y4g== integrity checked',
  'etag: "33a64df551425fcc55e4d42a148795d9f25f89d4"',
  'x-request-id: 7f3c2f9e-1b7a-4a5e-9a67-0b8c3d2e1f00',
  'imagePullSecrets:\n- name: regcred',
  'envFrom:\n- secretRef:\n    name: app-secrets',
  'existingSecret: postgres-auth\nexistingSecretPasswordKey: postgres-password',
  'MountVolume.SetUp failed for volume "kube-api-access-7xk2p" : failed to sync secret cache: timed out waiting for the condition',
  "Failed to pull image: pull access denied, repository does not exist or may require 'docker login'",
  'error: unable to parse token: token is malformed',
  'jwt expired',
  'The password for user app has been rotated by vault',
  'Password: ',
  'passwordPolicy: {minLength: 12}',
  'TOKEN_SERVICE_SERVICE_HOST=10.96.12.4\nTOKEN_SERVICE_PORT=tcp://10.96.12.4:80',
  'PASSWORD_FILE=/run/secrets/db_password',
  'SECRET_NAME=orders-db',
  'keyspace=orders partition_key=customer_id sort_key=created_at',
  'passwordSecretRef:\n  name: grafana\n  key: admin-password',
  'const token = await getToken(user);',
  'password := os.Getenv("DB_PASSWORD")',
  'if password != confirm_password: raise ValueError("passwords do not match")',
  'Warning  Unhealthy  Readiness probe failed: HTTP probe failed with statuscode: 401',
  'access denied: user "auth-proxy" cannot list resource "secrets" in API group ""',
  'https://docs.example.com/en/auth/tokens?lang=en#rotate',
  'https://grafana.example.com/d/4xK9vQ7Mz/orders-overview?orgId=1&from=now-1h',
  'git@github.com:acme/secret-santa.git',
  'com.acme.auth.TokenValidator.validate(TokenValidator.java:112)',
  'key: value, keys: 12, keyboard: us, monkey: 3',
  'sessions=12 session_timeout=3600 session_affinity=None',
  'certificate fingerprint SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'base64 aGVsbG8gd29ybGQsIHRoaXMgaXMgcGxhaW4gdGV4dA== is a greeting',
  'auth_method=kubernetes auth_path=kubernetes/shop role=orders',
  'Generating token for service account default/builder with audience sts.amazonaws.com',
  'disk-usage-exporter-daemonset-7d9f8b6c5x is risk-engine-production-2 task-1234567890abcdef',
];
