import { fake, SecretCase } from './secretCases';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const HEX = '0123456789abcdef';
const token = (length: number) => fake('', length);
const hex = (length: number) => fake('', length, HEX);

function secret(carrier: string, text: (value: string) => string, ...secrets: string[]): SecretCase {
  return { carrier, text: text(secrets[0]), secrets };
}

/** Sixty carriers and forty look-alikes, written before the redactor saw one of them. The first run hid 55 and
 * touched 2. A Polish sentence is left out: a marker has to be ASCII, and that word for a password is not. */
export const carriersThree: SecretCase[] = [
  secret('env with spaces around', v => `MONGO_INITDB_ROOT_PASSWORD = ${v}`, 'mongoInit7'),
  secret('export two on a line', v => `export DB_USER=app DB_PASS=${v} DB_HOST=db`, 'twoOnLine9'),
  secret(
    'PowerShell Get-ChildItem',
    v =>
      `Name                           Value\n----                           -----\nDB_PASSWORD                    ${v}\nOS                             Windows_NT`,
    'psTable77',
  ),
  secret('docker inspect one line', v => `map[Env:[PATH=/bin REDIS_PASSWORD=${v} LANG=C] Cmd:[redis]]`, 'inspect99'),
  secret('docker-compose config', v => `      POSTGRES_PASSWORD: ${v}\n      POSTGRES_USER: app`, 'p0stgr3s'),
  secret('swarm secret', v => `printf '${v}' | docker secret create db_password -`, 'swarmPw-7'),
  secret(
    'kubectl create secret tls stdin',
    v => `kubectl create secret generic x --from-literal='conn=${v}'`,
    'a=b;c=d 7',
  ),
  secret(
    'kubectl get -o go-template',
    v => `$ kubectl get secret x -o go-template='{{.data.token | base64decode}}'\n${v}`,
    'goTempl8-tok',
  ),
  secret(
    'kubectl describe pod env',
    v => `    Environment:\n      JWT_SIGNING_KEY:  ${v}\n      PORT:             8080`,
    token(32),
  ),
  secret(
    'kubectl get deploy -o json',
    v => `{"name":"ADMIN_PASSWORD","value":"${v}"},{"name":"X","value":"1"}`,
    'deployPw#7',
  ),
  secret(
    'last-applied annotation',
    v => `kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"env":[{"name":"DB_PASS","value":"${v}"}]}}'`,
    'lastAppl1ed',
  ),
  secret('helm template diff', v => `-   password: ${v}\n+   password: "****"`, 'diffedPw7'),
  secret('sealed env file', v => `# staging\nTWITTER_BEARER=${v}`, fake('AAAAAAAAAAAAAAAAAAAAA', 60)),
  secret('.env with export and comment', v => `export STRIPE_KEY=${v} # live`, fake('rk_live_', 30)),
  secret('yarnrc', v => `npmScopes:\n  acme:\n    npmAuthToken: "${v}"`, token(36)),
  secret('gradle kotlin', v => `credentials {\n  username = "ci"\n  password = "${v}"\n}`, 'gradleKts9'),
  secret('sbt', v => `credentials += Credentials("Nexus", "nexus.acme.io", "ci", "${v}")`, 'sbtNexus7'),
  secret('maven cli', v => `mvn deploy -Dgpg.passphrase=${v} -DskipTests`, 'gpgMaven7'),
  secret('git credentials file', v => `https://bob:${v}@github.com`, fake('gho_', 36)),
  secret(
    'git extraheader',
    v => `git -c http.extraheader="AUTHORIZATION: basic ${v}" fetch`,
    base64('x-access-token:tokenXYZ99'),
  ),
  secret('svn', v => `svn co --username bob --password ${v} https://svn/x`, 'svnPw-77'),
  secret('rsync env', v => `RSYNC_PASSWORD=${v} rsync -a x::y .`, 'rsyncPw7'),
  secret('ftp url', v => `ftp://bob:${v}@ftp.acme.io/in`, 'ftpPw!77'),
  secret('sftp option', v => `sshpass -p '${v}' sftp bob@host`, 'ssh pass 9'),
  secret('psql conninfo', v => `psql "postgresql://app@db/x?password=${v}"`, 'connInfo7'),
  secret('mysqldump attached', v => `mysqldump -h db -u root -p${v} shop > x.sql`, 'dumpAtt4ch'),
  secret('mysql config editor', v => `mysql --user=app --password='${v}' --host=db`, 'quoted Pw1'),
  secret('postgres alter', v => `ALTER ROLE app WITH ENCRYPTED PASSWORD '${v}';`, 'encrAlter'),
  secret('postgres log', v => `LOG:  statement: ALTER USER app PASSWORD '${v}'`, 'logAlter9'),
  secret(
    'mssql sa',
    v => `/opt/mssql-tools/bin/sqlcmd -S localhost -U SA -P '${v}'`,
    'Sa<Strong>1'.replace(/[<>]/g, '_'),
  ),
  secret('mssql url', v => `sqlserver://sa:${v}@sql:1433?database=x`, 'mssqlUrl!'),
  secret('influx', v => `influx config create --name x --token ${v} --org acme`, `${token(86)}==`),
  secret('couchdb', v => `http://admin:${v}@couch:5984/_all_dbs`, 'couchPw77'),
  secret('neo4j', v => `NEO4J_AUTH=neo4j/${v}`, 'neo4jPw77'),
  secret('kafka properties', v => `ssl.truststore.password=${v}\nssl.endpoint.identification.algorithm=`, 'trustSt0re'),
  secret(
    'kafka sasl scram',
    v => `kafka-configs --alter --add-config 'SCRAM-SHA-512=[password=${v}]' --entity-name app`,
    'scramPw77',
  ),
  secret('nats', v => `nats://app:${v}@nats:4222`, 'natsPw-77'),
  secret('mqtt', v => `mosquitto_pub -h m -u dev -P ${v} -t x -m y`, 'mqttPw-77'),
  secret('ldapmodify', v => `ldapmodify -H ldaps://l -D "cn=admin" -w '${v}' -f x.ldif`, 'ldapMod7!'),
  secret('ldif', v => `dn: uid=bob\nuserPassword: ${v}`, '{SSHA}DkMTwBl+a/3DQTxCYEApdUtNXGgdUac3'),
  secret('ldif base64', v => `userPassword:: ${v}`, base64('plainLdifPw')),
  secret('grafana ini', v => `[security]\nadmin_password = ${v}\nsecret_key = x`, 'grafIni77'),
  secret(
    'alertmanager',
    v => `slack_api_url: ${v}`,
    `https://hooks.slack.com/services/T01234567/B01234567/${token(24)}`,
  ),
  secret('alertmanager opsgenie', v => `opsgenie_configs:\n- api_key: ${v}`, '12345678-90ab-cdef-1234-567890abcdef'),
  secret('prometheus basic_auth', v => `basic_auth:\n  username: prom\n  password: ${v}`, 'promPw-77'),
  secret('fluentd', v => `<match **>\n  user elastic\n  password ${v}\n</match>`, 'fluentPw7'),
  secret(
    'traefik basicauth',
    v => `traefik.http.middlewares.a.basicauth.users=admin:${v}`,
    '$apr1$H6uskkkW$IgXLP6ewTrSuBkTrqE8wj/',
  ),
  secret(
    'keycloak admin',
    v => `kcadm.sh config credentials --server http://k --realm master --user admin --password ${v}`,
    'kcAdmPw7',
  ),
  secret(
    'azure storage',
    v => `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${v};EndpointSuffix=core.windows.net`,
    `${token(86)}==`,
  ),
  secret('cosmos', v => `AccountEndpoint=https://x.documents.azure.com:443/;AccountKey=${v};`, `${token(86)}==`),
  secret(
    'az sp create',
    v => `{\n  "appId": "11111111-2222-3333-4444-555555555555",\n  "password": "${v}",\n  "tenant": "x"\n}`,
    `abc8Q~${token(34)}`,
  ),
  secret(
    'aws sts',
    v =>
      `"Credentials": {\n  "AccessKeyId": "ASIAQ7RZ2MXV9LPT4WNY",\n  "SecretAccessKey": "${v}",\n  "SessionToken": "x"\n}`,
    fake('', 40),
  ),
  secret(
    'ecr login',
    v => `aws ecr get-login-password | docker login -u AWS -p ${v} 1.dkr.ecr`,
    base64(`{"payload":"${token(60)}"}`),
  ),
  secret('oauth token response', v => `{"access_token":"${v}","token_type":"Bearer","expires_in":3600}`, token(40)),
  secret('oauth callback', v => `GET /callback?code=${v}&state=xyz HTTP/1.1`, `4/0A${token(60)}`),
  secret('saml', v => `SAMLResponse=${v}`, base64(`<samlp:Response>${token(40)}</samlp:Response>`)),
  secret('set-cookie', v => `Set-Cookie: connect.sid=${v}; Path=/; HttpOnly`, `s%3A${token(32)}.${token(43)}`),
  secret('jwe', v => `id_token=${v}`, `eyJhbGciOiJSU0EtT0FFUCJ9.${token(80)}.${token(16)}.${token(40)}.${token(22)}`),
  secret('german prose', v => `Das Passwort für den Admin lautet ${v}.`, 'Regen#2026'),
];

export const carrierLookalikesThree: string[] = [
  'image: ghcr.io/acme/web@sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  'go: github.com/acme/jwt v1.2.3 h1:2Lz0lNrVwZ8x1Yq3Rk5v7J9m1N3p5R7t9V1x3Z5b7d0=',
  'webpack chunk main.8f3a2b1c9d7e.js 412 KiB',
  'Fast-forward 3c9a1f2..7d8e9f0 feature/rotate-secrets -> main',
  'controller-revision-hash=web-6d4b75cb6d pod-template-generation=4',
  'uid: 1f0a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8 resourceVersion: "99182734"',
  'X-B3-TraceId: 80f198ee56343ba864fe8b2a57d3eff7',
  'dd.trace_id=8160837402197386912 dd.span_id=1234567890123456789',
  'Cloud trace: projects/acme/traces/06796866738c859f2f19b7cfb3214824',
  'subscriptionId: 0b1f6471-1bf0-4dda-aec3-cb9272f09590 tenantId: 72f988bf-86f1-41af-91ab-2d7cd011db47',
  'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'vpc-0a1b2c3d4e5f67890 subnet-0f9e8d7c6b5a43210 sg-0123456789abcdef0',
  'GOOGLE_APPLICATION_CREDENTIALS=/var/secrets/google/key.json',
  'AWS_WEB_IDENTITY_TOKEN_FILE=/var/run/secrets/eks.amazonaws.com/serviceaccount/token',
  'PASSWORD_FILE=/run/secrets/db_password',
  'envFrom:\n- secretRef:\n    name: api-credentials',
  'secretName: wildcard-acme-tls-2026',
  'imagePullSecrets:\n- name: ghcr-pull-secret',
  'existingSecretPasswordKey: redis-password',
  'passwordSecretRef:\n  name: db\n  key: password',
  'vault read secret/data/shop/db',
  'password = var.db_password',
  'password = data.aws_secretsmanager_secret_version.db.secret_string',
  'secret: "{{resolve:secretsmanager:db:SecretString:password}}"',
  'token: ${{ secrets.GITHUB_TOKEN }}',
  'api_key: <REDACTED>',
  'key: value pairs are separated by commas',
  'Wrong password, try again (attempt 3 of 5)',
  'Please rotate your tokens every 90 days.',
  'The token expired 5 minutes ago',
  'No credentials provided, falling back to anonymous access',
  'Login succeeded for user bob with method password',
  'kubectl create token builder --duration=1h',
  'kubectl get secret db -o yaml',
  'ssh-keygen -t ed25519 -f ~/.ssh/id_ed25519 -N ""',
  'SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU jane@laptop (ED25519)',
  'X509v3 Subject Key Identifier: 5D:6C:4E:2A:11:9F:00:7B:88:21',
  'jti 6f9619ff-8b86-d011-b42d-00c04fc964ff was revoked',
  'com.acme.auth.JwtTokenProvider$TokenValidator@6f2b958e',
  'requests_total{token_type="refresh"} 41',
];
