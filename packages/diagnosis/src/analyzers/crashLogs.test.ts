import { crashing, clusterOf, deployment, healthy } from '../testing/cluster';
import { diagnose } from '../diagnose';

// The last words of programs as frameworks really print them: what the finding must say, and the kinds it may be.
const LOGS: [name: string, log: string, says: string[], categories: string[], exitCode?: number][] = [
  [
    'spring bind port',
    `  .   ____          _            __ _ _
 :: Spring Boot ::                (v3.2.1)
2026-11-20T11:58:00.123Z  INFO 1 --- [main] c.a.pay.PayApplication : Starting PayApplication v1.4.2
2026-11-20T11:58:03.000Z  WARN 1 --- [main] ConfigServletWebServerApplicationContext : Exception encountered during context initialization - cancelling refresh attempt: org.springframework.context.ApplicationContextException: Failed to start bean 'webServerStartStop'
2026-11-20T11:58:03.010Z ERROR 1 --- [main] o.s.b.d.LoggingFailureAnalysisReporter   :

***************************
APPLICATION FAILED TO START
***************************

Description:

Web server failed to start. Port 8080 was already in use.

Action:

Identify and stop the process that's listening on port 8080 or configure this application to listen on another port.
`,
    ['8080.*already in use|already in use.*8080'],
    ['port-conflict'],
  ],
  [
    'spring missing bean property',
    `2026-11-20T11:58:00.123Z  INFO 1 --- [main] c.a.Pay : Starting
2026-11-20T11:58:03.010Z ERROR 1 --- [main] o.s.b.SpringApplication : Application run failed
org.springframework.beans.factory.BeanCreationException: Error creating bean with name 'stripeClient': Injection of autowired dependencies failed
	at org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor.postProcessProperties(AutowiredAnnotationBeanPostProcessor.java:515)
	at com.acme.Pay.main(Pay.java:11)
Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder 'stripe.webhook-key' in value "\${stripe.webhook-key}"
	at org.springframework.util.PropertyPlaceholderHelper.parseStringValue(PropertyPlaceholderHelper.java:180)
	... 20 more`,
    ['stripe\\.webhook-key'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'flyway',
    `INFO Flyway Community Edition 9.22
ERROR: Validate failed: Migrations have failed validation
Migration checksum mismatch for migration version 7
-> Applied to database : -1892332
-> Resolved locally    : 99183711
Either revert the changes to the migration, or run repair to update the schema history.`,
    ['checksum mismatch.*version 7|version 7'],
    ['crash-loop-app-error', 'config-invalid', 'crash-loop-config'],
  ],
  [
    'prisma',
    `Prisma schema loaded from prisma/schema.prisma
Datasource "db": PostgreSQL database "shop", schema "public" at "pg-main:5432"

Error: P1001: Can't reach database server at \`pg-main:5432\`

Please make sure your database server is running at \`pg-main:5432\`.`,
    ['pg-main:5432'],
    ['dependency-down'],
  ],
  [
    'prisma P1000',
    `Error: P1000: Authentication failed against database server at \`pg-main\`, the provided database credentials for \`app\` are not valid.`,
    ['Authentication failed|credentials'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error', 'dependency-down'],
  ],
  [
    'node unhandled',
    `> svc@2.1.0 start
> node dist/server.js

/app/dist/config.js:14
    throw new Error(\`Config key paymentProvider.region is required\`);
    ^

Error: Config key paymentProvider.region is required
    at load (/app/dist/config.js:14:11)
    at Object.<anonymous> (/app/dist/server.js:3:16)
    at Module._compile (node:internal/modules/cjs/loader:1256:14)

Node.js v20.11.0
npm ERR! code ELIFECYCLE
npm ERR! svc@2.1.0 start: \`node dist/server.js\`
npm ERR! Exit status 1`,
    ['paymentProvider\\.region'],
    ['crash-loop-config', 'config-invalid', 'crash-loop-app-error'],
  ],
  [
    'node module',
    `node:internal/modules/cjs/loader:1080
  throw err;
  ^

Error: Cannot find module 'pg-native'
Require stack:
- /app/lib/db.js
- /app/server.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1077:15) {
  code: 'MODULE_NOT_FOUND',
  requireStack: [ '/app/lib/db.js' ]
}

Node.js v18.19.0`,
    ['pg-native'],
    ['crash-loop-app-error', 'bad-command', 'invalid-image'],
  ],
  [
    'python pydantic',
    `Traceback (most recent call last):
  File "/app/main.py", line 9, in <module>
    settings = Settings()
  File "/usr/local/lib/python3.11/site-packages/pydantic_settings/main.py", line 84, in __init__
    super().__init__(
pydantic_core._pydantic_core.ValidationError: 2 validation errors for Settings
database_url
  Field required [type=missing, input_value={}, input_type=dict]
    For further information visit https://errors.pydantic.dev/2.5/v/missing
feature_rate
  Input should be a valid number, unable to parse string as a number [type=float_parsing, input_value='ten', input_type=str]`,
    ['database_url'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'python keyerror',
    `INFO:root:boot
Traceback (most recent call last):
  File "/srv/worker.py", line 22, in <module>
    BUCKET = os.environ["EXPORT_BUCKET"]
  File "<frozen os>", line 679, in __getitem__
KeyError: 'EXPORT_BUCKET'`,
    ['EXPORT_BUCKET'],
    ['crash-loop-config'],
  ],
  [
    'django',
    `Traceback (most recent call last):
  File "manage.py", line 22, in <module>
    main()
django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.`,
    ['SECRET_KEY'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'alembic',
    `INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.
ERROR [alembic.util.messaging] Can't locate revision identified by '9f3ab2c1d0e4'
FAILED: Can't locate revision identified by '9f3ab2c1d0e4'`,
    ['9f3ab2c1d0e4'],
    ['crash-loop-app-error', 'config-invalid', 'crash-loop-config'],
  ],
  [
    'go panic nil',
    `{"level":"info","ts":1700000000.1,"msg":"starting"}
panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x6f2b1c]

goroutine 1 [running]:
main.(*Rates).Load(0x0, {0xc000016120, 0x5})
	/src/rates.go:48 +0x3c
main.main()
	/src/main.go:31 +0x1a5
exit status 2`,
    ['nil pointer dereference', 'rates\\.go:48'],
    ['crash-loop-app-error', 'exit-code-signal'],
  ],
  [
    'go fatal',
    `time="2026-11-20T11:59:00Z" level=info msg="loading rules" file=/etc/rules.yaml
time="2026-11-20T11:59:00Z" level=fatal msg="cannot load rules" error="yaml: line 14: did not find expected '-' indicator"`,
    ['line 14'],
    ['config-invalid'],
  ],
  [
    'klog',
    `I1120 11:59:00.000000       1 main.go:40] starting controller
E1120 11:59:01.000000       1 leaderelection.go:332] error retrieving resource lock ops/ctrl: leases.coordination.k8s.io "ctrl" is forbidden: User "system:serviceaccount:shop:ctrl" cannot get resource "leases" in API group "coordination.k8s.io" in the namespace "ops"
F1120 11:59:31.000000       1 main.go:88] leader election lost`,
    ['leases', 'system:serviceaccount:shop:ctrl|serviceaccount.*ctrl'],
    ['rbac-forbidden'],
  ],
  [
    'ruby',
    `bundler: failed to load command: puma (/usr/local/bundle/bin/puma)
/usr/local/bundle/gems/activerecord-7.0.4/lib/active_record/connection_adapters/postgresql_adapter.rb:87:in \`rescue in new_client': We could not find your database: shop_production. Which can be found in the database configuration file located at config/database.yml. (ActiveRecord::NoDatabaseError)
	from /usr/local/bundle/gems/activerecord-7.0.4/lib/x.rb:77
/usr/local/bundle/gems/pg-1.4.5/lib/pg/connection.rb:637:in \`async_connect_or_reset': connection to server at "10.96.3.4", port 5432 failed: FATAL:  database "shop_production" does not exist (PG::ConnectionBad)`,
    ['shop_production'],
    ['crash-loop-app-error', 'crash-loop-config', 'dependency-down', 'config-invalid'],
  ],
  [
    'rails secret',
    `/usr/local/bundle/gems/railties-7.1.2/lib/rails/application.rb:656:in \`validate_secret_key_base': Missing \`secret_key_base\` for 'production' environment, set this string with \`bin/rails credentials:edit\` (ArgumentError)
	from a.rb:1`,
    ['secret_key_base'],
    ['crash-loop-config'],
  ],
  [
    'dotnet',
    `info: Microsoft.Hosting.Lifetime[0]
      Application started.
Unhandled exception. System.AggregateException: One or more errors occurred. (Value cannot be null. (Parameter 'connectionString'))
 ---> System.ArgumentNullException: Value cannot be null. (Parameter 'connectionString')
   at Microsoft.EntityFrameworkCore.Utilities.Check.NotEmpty(String value, String parameterName)
   at Program.<Main>$(String[] args) in /src/Program.cs:line 21
   --- End of inner exception stack trace ---`,
    ['connectionString'],
    ['crash-loop-config', 'crash-loop-app-error'],
  ],
  [
    'dotnet cert',
    `Unhandled exception. Interop+Crypto+OpenSslCryptographicException: error:2006D080:BIO routines:BIO_new_file:no such file
   at Interop.Crypto.CheckValidOpenSslHandle(SafeHandle handle)
System.IO.FileNotFoundException: Could not find file '/https/site.pfx'.
   at Program.Main() in /src/Program.cs:line 9`,
    ['/https/site\\.pfx'],
    ['crash-loop-config', 'config-invalid', 'tls-certificate', 'crash-loop-app-error', 'volume-mount'],
  ],
  [
    'rust',
    `thread 'main' panicked at src/main.rs:17:48:
called \`Result::unwrap()\` on an \`Err\` value: Os { code: 13, kind: PermissionDenied, message: "Permission denied" }
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace`,
    ['Permission ?denied', 'main\\.rs:17'],
    ['permission-denied', 'crash-loop-app-error'],
  ],
  [
    'rust env',
    `thread 'main' panicked at 'DATABASE_URL must be set: NotPresent', src/config.rs:8:44
note: run with...`,
    ['DATABASE_URL'],
    ['crash-loop-config'],
  ],
  [
    'postgres data dir',
    `
PostgreSQL Database directory appears to contain a database; Skipping initialization

2026-11-20 11:59:00.000 UTC [1] FATAL:  database files are incompatible with server
2026-11-20 11:59:00.000 UTC [1] DETAIL:  The data directory was initialized by PostgreSQL version 14, which is not compatible with this version 16.1.`,
    ['version 14', '16'],
    ['crash-loop-app-error', 'config-invalid', 'crash-loop-config'],
  ],
  [
    'postgres perms',
    `2026-11-20 11:59:00.000 UTC [1] FATAL:  data directory "/var/lib/postgresql/data/pgdata" has invalid permissions
2026-11-20 11:59:00.000 UTC [1] DETAIL:  Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).`,
    ['invalid permissions'],
    ['permission-denied', 'crash-loop-config', 'volume-mount', 'config-invalid'],
  ],
  [
    'postgres no password',
    `Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.`,
    ['POSTGRES_PASSWORD'],
    ['crash-loop-config'],
  ],
  [
    'mysql',
    `2026-11-20 11:59:00+00:00 [Note] [Entrypoint]: Entrypoint script for MySQL Server 8.0.35 started.
2026-11-20 11:59:00+00:00 [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified
    You need to specify one of the following as an environment variable:
    - MYSQL_ROOT_PASSWORD
    - MYSQL_ALLOW_EMPTY_PASSWORD
    - MYSQL_RANDOM_ROOT_PASSWORD`,
    ['password option is not specified|MYSQL_ROOT_PASSWORD'],
    ['crash-loop-config'],
  ],
  [
    'mongo',
    `{"t":{"$date":"2026-11-20T11:59:00.000+00:00"},"s":"I","c":"CONTROL","id":23285,"ctx":"main","msg":"Automatically disabling TLS 1.0"}
{"t":{"$date":"2026-11-20T11:59:00.000+00:00"},"s":"E","c":"STORAGE","id":20557,"ctx":"initandlisten","msg":"DBException in initAndListen, terminating","attr":{"error":"NonExistentPath: Data directory /data/db not found. Create the missing directory or specify another path using (1) the --dbpath command line option, or (2) by adding the 'storage.dbPath' option in the configuration file."}}
{"t":{"$date":"2026-11-20T11:59:00.000+00:00"},"s":"I","c":"CONTROL","id":23138,"ctx":"initandlisten","msg":"Shutting down","attr":{"exitCode":100}}`,
    ['/data/db'],
    ['crash-loop-config', 'config-invalid', 'crash-loop-app-error', 'volume-mount'],
  ],
  [
    'redis',
    `1:C 20 Nov 2026 11:59:00.000 # oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo
1:M 20 Nov 2026 11:59:00.100 # Bad file format reading the append only file appendonly.aof.1.incr.aof: make a backup of your AOF file, then use ./redis-check-aof --fix <filename.manifest>`,
    ['append only file|appendonly'],
    ['crash-loop-app-error', 'disk-full', 'config-invalid'],
  ],
  [
    'kafka',
    `[2026-11-20 11:59:00,000] INFO starting (kafka.server.KafkaServer)
[2026-11-20 11:59:00,500] ERROR Fatal error during KafkaServer startup. Prepare to shutdown (kafka.server.KafkaServer)
kafka.common.InconsistentClusterIdException: The Cluster ID aBcD doesn't match stored clusterId Some(xYz) in meta.properties. The broker is trying to join the wrong cluster. Configured zookeeper.connect may be wrong.
	at kafka.server.KafkaServer.startup(KafkaServer.scala:230)
[2026-11-20 11:59:00,600] INFO shutting down (kafka.server.KafkaServer)`,
    ["doesn't match stored clusterId"],
    ['crash-loop-config', 'config-invalid', 'crash-loop-app-error'],
  ],
  [
    'elasticsearch',
    `{"@timestamp":"2026-11-20T11:59:00.000Z", "log.level":"INFO", "message":"initialized", "service.name":"ES_ECS"}
ERROR: [1] bootstrap checks failed. You must address the points described in the following [1] lines before starting Elasticsearch.
bootstrap check failure [1] of [1]: max virtual memory areas vm.max_map_count [65530] is too low, increase to at least [262144]
ERROR: Elasticsearch did not exit normally - check the logs at /usr/share/elasticsearch/logs/docker-cluster.log`,
    ['vm\\.max_map_count', '262144'],
    ['config-invalid', 'crash-loop-config', 'node-problem', 'crash-loop-app-error'],
  ],
  [
    'nginx upstream',
    `/docker-entrypoint.sh: Configuration complete; ready for start up
2026/11/20 11:59:00 [emerg] 1#1: host not found in upstream "cart-api.shop.svc.cluster.local" in /etc/nginx/conf.d/default.conf:12
nginx: [emerg] host not found in upstream "cart-api.shop.svc.cluster.local" in /etc/nginx/conf.d/default.conf:12`,
    ['cart-api'],
    ['dns', 'config-invalid', 'dependency-down'],
  ],
  [
    'nginx perm',
    `2026/11/20 11:59:00 [warn] 1#1: the "user" directive makes sense only if the master process runs with super-user privileges, ignored in /etc/nginx/nginx.conf:2
2026/11/20 11:59:00 [emerg] 1#1: bind() to 0.0.0.0:80 failed (13: Permission denied)`,
    ['0\\.0\\.0\\.0:80|port 80'],
    ['permission-denied'],
  ],
  [
    'shell',
    `+ envsubst
/entrypoint.sh: line 12: /config/out/app.conf: Read-only file system`,
    ['/config/out/app\\.conf', 'read-only'],
    ['permission-denied', 'volume-mount', 'config-invalid'],
  ],
  [
    'no keyword',
    `boot 1.2.3
region eu-west-1
license is valid until 2026-10-31, today is 2026-11-20: refusing to serve`,
    ['license'],
    ['crash-loop-app-error', 'crash-loop-config'],
  ],
  [
    'no keyword 2',
    `starting ledger v3
connecting to broker rabbit-main:5672
peer closed the handshake, giving up after 5 attempts
bye`,
    ['peer closed the handshake|rabbit-main'],
    ['dependency-down', 'crash-loop-app-error', 'tls-certificate', 'network-policy'],
  ],
  [
    'undefined',
    `loading tenants
DEPLOY_ENV is undefined`,
    ['DEPLOY_ENV'],
    ['crash-loop-config'],
  ],
  [
    'celery',
    `[2026-11-20 11:59:00,000: ERROR/MainProcess] consumer: Cannot connect to amqp://guest:**@mq:5672//: [Errno -2] Name or service not known.
Trying again in 2.00 seconds... (1/100)
`,
    ['mq'],
    ['dns'],
  ],
  [
    'grpc',
    `level=warn ts=2026-11-20T11:59:00Z msg="retrying" attempt=3 err="rpc error: code = Unavailable desc = connection error: desc = \\"transport: Error while dialing: dial tcp 10.96.12.8:50051: connect: connection refused\\""
level=error ts=2026-11-20T11:59:10Z msg="giving up" err="context deadline exceeded"`,
    ['10\\.96\\.12\\.8:50051|50051'],
    ['dependency-down'],
  ],
  [
    'tls',
    `Error: unable to verify the first certificate
    at TLSSocket.onConnectSecure (node:_tls_wrap:1539:34)
    at TLSSocket.emit (node:events:513:28) {
  code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
}`,
    ['verify the first certificate'],
    ['tls-certificate'],
  ],
  [
    'x509',
    `2026/11/20 11:59:00 vault: Get "https://vault.sec:8200/v1/sys/health": tls: failed to verify certificate: x509: certificate is valid for vault.old, not vault.sec`,
    ['vault\\.old'],
    ['tls-certificate'],
  ],
  [
    's3',
    `botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::123456789012:user/exporter is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme-exports/*"`,
    ['s3:PutObject|PutObject'],
    ['permission-denied'],
  ],
  [
    'java oom',
    `Exception in thread "batch-3" java.lang.OutOfMemoryError: Java heap space
	at java.base/java.util.Arrays.copyOf(Arrays.java:3537)
	at com.acme.Batch.run(Batch.java:90)
Terminating due to java.lang.OutOfMemoryError: Java heap space`,
    ['Java heap space'],
    ['oom-killed', 'crash-loop-app-error'],
  ],
  [
    'v8 oom',
    `<--- Last few GCs --->

[1:0x5] 38112 ms: Mark-sweep 508.1 (520.3) -> 507.9 (520.5) MB, 700.2 / 0.0 ms

<--- JS stacktrace --->

FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory
 1: 0xb9c310 node::Abort() [node]`,
    ['heap out of memory'],
    ['oom-killed', 'crash-loop-app-error'],
  ],
  [
    'erlang',
    `{"init terminating in do_boot",{{badmatch,{error,{bad_return,{{'Elixir.Shop.Application',start,[normal,[]]},{'EXIT',{#{message => <<"environment variable SECRET_KEY_BASE is missing.\\nYou can generate one by calling: mix phx.gen.secret\\n">>}}}}}}}}
init terminating in do_boot ()

Crash dump is being written to: erl_crash.dump...done`,
    ['SECRET_KEY_BASE'],
    ['crash-loop-config'],
  ],
  [
    'php',
    `[20-Nov-2026 11:59:00] NOTICE: fpm is running, pid 1
[20-Nov-2026 11:59:00] ERROR: unable to bind listening socket for address '9000': Address already in use (98)
[20-Nov-2026 11:59:00] ERROR: FPM initialization failed`,
    ['9000'],
    ['port-conflict'],
  ],
  [
    'php2',
    `PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [1045] Access denied for user 'shop'@'10.1.2.3' (using password: YES) in /var/www/src/Db.php:18
Stack trace:
#0 /var/www/src/Db.php(18): PDO->__construct()
#1 {main}
  thrown in /var/www/src/Db.php on line 18`,
    ['Access denied for user.*shop|user shop'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error'],
  ],
  [
    'scala akka',
    `[ERROR] [11/20/2026 11:59:00.000] [main] [akka.remote] Remoting system failed: could not bind to [shop-0.shop:2552]: Address already in use`,
    ['2552'],
    ['port-conflict'],
  ],
  [
    'terraform-ish tool',
    `unknown flag: --listen-adress
Usage:
  gateway [flags]

Flags:
      --listen-address string   address (default ":8080")
  -h, --help                    help`,
    ['--listen-adress'],
    ['bad-command', 'crash-loop-config', 'config-invalid'],
  ],
  [
    'toml',
    `Error: failed to parse /etc/app/config.toml: (23, 9): unexpected token = after key`,
    ['config\\.toml', '23'],
    ['config-invalid'],
  ],
  [
    'json',
    `SyntaxError: /etc/app/flags.json: Expected ',' or '}' after property value in JSON at position 212
    at JSON.parse (<anonymous>)`,
    ['flags\\.json', 'position 212'],
    ['config-invalid'],
  ],
  [
    'vault',
    `==> Vault server configuration:
Error initializing core: Failed to lock memory: cannot allocate memory

This usually means that the mlock syscall is not available.`,
    ['Failed to lock memory|mlock'],
    ['crash-loop-app-error', 'permission-denied', 'crash-loop-config'],
  ],
  [
    'too many',
    `accept4() failed (24: Too many open files)
2026/11/20 11:59:00 [alert] 29#29: *1 socket() failed (24: Too many open files) while connecting to upstream`,
    ['too many open files'],
    ['crash-loop-app-error', 'log-needle', 'config-invalid', 'exit-code-signal'],
  ],
  [
    'no space',
    `ERROR: could not write to file "pg_wal/xlogtemp.33": No space left on device`,
    ['No space left', 'pg_wal|xlogtemp'],
    ['disk-full'],
  ],
  [
    'glibc',
    `./server: /lib/x86_64-linux-gnu/libc.so.6: version \`GLIBC_2.34' not found (required by ./server)`,
    ['GLIBC_2\\.34'],
    ['bad-command', 'invalid-image', 'crash-loop-app-error'],
  ],
  [
    'lib',
    `./worker: error while loading shared libraries: libssl.so.1.1: cannot open shared object file: No such file or directory`,
    ['libssl\\.so\\.1\\.1'],
    ['bad-command', 'invalid-image', 'crash-loop-app-error'],
    127,
  ],
  [
    'exec fmt',
    `exec /usr/local/bin/app: exec format error`,
    ['exec format error'],
    ['bad-command', 'invalid-image'],
    255,
  ],
  [
    'dir',
    `java.nio.file.AccessDeniedException: /var/lib/index/write.lock
	at java.base/sun.nio.fs.UnixException.translateToIOException(UnixException.java:90)
	at org.apache.lucene.store.NativeFSLockFactory.obtainFSLock(NativeFSLockFactory.java:106)`,
    ['/var/lib/index/write\\.lock'],
    ['permission-denied', 'volume-mount'],
  ],
  [
    'helm-ish feature',
    `{"severity":"INFO","message":"boot"}
{"severity":"CRITICAL","message":"feature flag service returned 401 for sdk key sdk-prod: stopping","component":"flags"}
{"severity":"INFO","message":"shutdown complete"}`,
    ['401', 'flags|feature flag'],
    ['permission-denied', 'crash-loop-app-error', 'dependency-down', 'crash-loop-config'],
  ],
  [
    'timeouts',
    `2026-11-20 11:59:00 HikariPool-1 - Starting...
2026-11-20 11:59:30 HikariPool-1 - Exception during pool initialization.
com.zaxxer.hikari.pool.HikariPool$PoolInitializationException: Failed to initialize pool: Connection to orders-db:5432 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.
	at com.zaxxer.hikari.pool.HikariPool.throwPoolInitializationException(HikariPool.java:596)
Caused by: org.postgresql.util.PSQLException: Connection to orders-db:5432 refused.
	at org.postgresql.core.v3.ConnectionFactoryImpl.openConnectionImpl(ConnectionFactoryImpl.java:342)
Caused by: java.net.ConnectException: Connection refused (Connection refused)
	... 12 more`,
    ['orders-db:5432'],
    ['dependency-down'],
  ],
  [
    'hibernate',
    `Caused by: org.hibernate.tool.schema.spi.SchemaManagementException: Schema-validation: missing table [invoice_line]
	at org.hibernate.tool.schema.internal.AbstractSchemaValidator.validateTable(AbstractSchemaValidator.java:128)`,
    ['invoice_line'],
    ['crash-loop-app-error'],
  ],
  [
    'liquibase lock',
    `Waiting for changelog lock....
Waiting for changelog lock....
liquibase.exception.LockException: Could not acquire change log lock.  Currently locked by shop-6d9-abc (10.1.1.9) since 11/19/26, 9:02 AM`,
    ['change log lock', 'Currently locked by'],
    ['crash-loop-app-error', 'clock-or-deadlock', 'dependency-down'],
  ],
  [
    'k8s client',
    `Error from server (Forbidden): secrets "tls" is forbidden: User "system:serviceaccount:shop:default" cannot get resource "secrets" in API group "" in the namespace "shop"`,
    ['secrets', 'default'],
    ['rbac-forbidden'],
  ],
  [
    'uid',
    `mkdir: cannot create directory '/bitnami/kafka/data': Permission denied`,
    ['/bitnami/kafka/data'],
    ['permission-denied', 'volume-mount'],
  ],
  [
    'consul',
    `==> failed to parse /consul/config/server.json: 1 error occurred:
	* invalid config key datacentre`,
    ['datacentre'],
    ['config-invalid'],
  ],
  [
    'prometheus',
    `ts=2026-11-20T11:59:00Z caller=main.go:500 level=error msg="Error loading config (--config.file=/etc/prometheus/prometheus.yml)" file=/etc/prometheus/prometheus.yml err="parsing YAML file /etc/prometheus/prometheus.yml: yaml: unmarshal errors:\\n  line 31: field scrape_timout not found in type config.ScrapeConfig"`,
    ['line 31', 'scrape_timout'],
    ['config-invalid'],
  ],
  [
    'german',
    `Starte Abrechnung
FEHLER: Verbindung zu rechnungs-db:5432 fehlgeschlagen
Beende mit Code 1`,
    ['rechnungs-db:5432'],
    ['dependency-down', 'crash-loop-app-error'],
  ],
  [
    'fastapi import',
    `Traceback (most recent call last):
  File "/usr/local/bin/uvicorn", line 8, in <module>
    sys.exit(main())
  File "/usr/local/lib/python3.11/site-packages/uvicorn/importer.py", line 22, in import_from_string
    raise exc from None
  File "/app/main.py", line 3, in <module>
    from app.services import pricing
ImportError: cannot import name 'pricing' from 'app.services' (/app/app/services/__init__.py)`,
    ['pricing'],
    ['crash-loop-app-error'],
  ],
  [
    'gunicorn',
    `[2026-11-20 11:59:00 +0000] [1] [INFO] Starting gunicorn 21.2.0
[2026-11-20 11:59:00 +0000] [1] [ERROR] Connection in use: ('0.0.0.0', 8000)
[2026-11-20 11:59:00 +0000] [1] [ERROR] Retrying in 1 second.
[2026-11-20 11:59:05 +0000] [1] [ERROR] Can't connect to ('0.0.0.0', 8000)`,
    ['8000', 'in use'],
    ['port-conflict'],
  ],
  [
    'gunicorn worker',
    `[2026-11-20 11:59:00 +0000] [7] [ERROR] Exception in worker process
Traceback (most recent call last):
  File "/usr/local/lib/python3.10/site-packages/gunicorn/arbiter.py", line 589, in spawn_worker
    worker.init_process()
  File "/srv/wsgi.py", line 4, in <module>
    from shop import create_app
ModuleNotFoundError: No module named 'shop'
[2026-11-20 11:59:00 +0000] [7] [INFO] Worker exiting (pid: 7)
[2026-11-20 11:59:00 +0000] [1] [INFO] Shutting down: Master
[2026-11-20 11:59:00 +0000] [1] [INFO] Reason: Worker failed to boot.`,
    ["No module named 'shop'|module.*shop"],
    ['crash-loop-app-error', 'invalid-image', 'bad-command'],
    3,
  ],
  [
    'sqlalchemy',
    `sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection to server at "ledger-db" (10.96.4.2), port 5432 failed: FATAL:  password authentication failed for user "ledger"

(Background on this error at: https://sqlalche.me/e/20/e3q8)`,
    ['password authentication failed|rejected the password', 'ledger'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error'],
  ],
  [
    'asyncpg',
    `asyncpg.exceptions.TooManyConnectionsError: sorry, too many clients already`,
    ['too many clients'],
    ['dependency-down', 'crash-loop-app-error'],
  ],
  [
    'celery redis',
    `redis.exceptions.AuthenticationError: Client sent AUTH, but no password is set`,
    ['AUTH'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error'],
  ],
  [
    'redis noauth',
    `ReplyError: NOAUTH Authentication required.
    at parseError (/app/node_modules/redis-parser/lib/parser.js:179:12)
    at parseType (/app/node_modules/redis-parser/lib/parser.js:302:14) {
  command: { name: 'info', args: [] }
}`,
    ['NOAUTH'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error'],
  ],
  [
    'mongo auth',
    `MongoServerError: Authentication failed.
    at Connection.onMessage (/app/node_modules/mongodb/lib/cmap/connection.js:202:26) {
  ok: 0,
  code: 18,
  codeName: 'AuthenticationFailed'
}`,
    ['Authentication failed'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error'],
  ],
  [
    'mongo select',
    `MongooseServerSelectionError: getaddrinfo ENOTFOUND mongo-primary
    at Connection.openUri (/app/node_modules/mongoose/lib/connection.js:825:32)`,
    ['mongo-primary'],
    ['dns'],
  ],
  [
    'econnrefused',
    `Error: connect ECONNREFUSED 10.96.8.8:6379
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {
  errno: -111,
  code: 'ECONNREFUSED',
  syscall: 'connect',
  address: '10.96.8.8',
  port: 6379
}`,
    ['10\\.96\\.8\\.8:6379'],
    ['dependency-down'],
  ],
  [
    'eaddr',
    `node:events:491
      throw er; // Unhandled 'error' event
      ^

Error: listen EADDRINUSE: address already in use :::3000
    at Server.setupListenHandle [as _listen2] (node:net:1463:16)
Emitted 'error' event on Server instance at:
    at emitErrorNT (node:net:1442:8) {
  code: 'EADDRINUSE',
  port: 3000
}`,
    ['3000'],
    ['port-conflict'],
  ],
  [
    'ts-node',
    `[Nest] 1  - 11/20/2026, 11:59:00 AM     LOG [NestFactory] Starting Nest application...
[Nest] 1  - 11/20/2026, 11:59:00 AM   ERROR [ExceptionHandler] Nest can't resolve dependencies of the CartService (?). Please make sure that the argument HttpService at index [0] is available in the AppModule context.`,
    ['CartService', 'HttpService'],
    ['crash-loop-app-error'],
  ],
  [
    'joi',
    `Error: Config validation error: "KAFKA_BROKERS" is required
    at ConfigModule.forRoot (/app/node_modules/@nestjs/config/dist/config.module.js:66:23)`,
    ['KAFKA_BROKERS'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'zod',
    `❌ Invalid environment variables: { SMTP_HOST: [ 'Required' ], SMTP_PORT: [ 'Expected number, received nan' ] }
Error: Invalid environment variables
    at file:///app/env.mjs:40:11`,
    ['SMTP_HOST'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'quarkus',
    `2026-11-20 11:59:00,123 ERROR [io.qua.run.Application] (main) Failed to start application: java.lang.RuntimeException: Failed to start quarkus
	at io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)
Caused by: io.smallrye.config.ConfigValidationException: Configuration validation failed:
	java.util.NoSuchElementException: SRCFG00014: The config property shop.tax.rate is required but it could not be found in any config source
	at io.smallrye.config.ConfigMappingProvider.mapConfigurationInternal(ConfigMappingProvider.java:956)`,
    ['shop\\.tax\\.rate'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'micronaut',
    `11:59:00.1 [main] ERROR io.micronaut.runtime.Micronaut - Error starting Micronaut server: Bean definition [x.Y] could not be loaded: Error instantiating bean of type [x.Y]: Could not resolve placeholder \${mail.host}`,
    ['mail\\.host'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'kafka client',
    `org.apache.kafka.common.KafkaException: Failed to construct kafka consumer
	at org.apache.kafka.clients.consumer.KafkaConsumer.<init>(KafkaConsumer.java:830)
Caused by: org.apache.kafka.common.config.ConfigException: No resolvable bootstrap urls given in bootstrap.servers
	at org.apache.kafka.clients.ClientUtils.parseAndValidateAddresses(ClientUtils.java:89)`,
    ['bootstrap urls|bootstrap\\.servers'],
    ['crash-loop-config', 'dns', 'config-invalid'],
  ],
  [
    'oracle',
    `java.sql.SQLRecoverableException: ORA-12514, TNS:listener does not currently know of service requested in connect descriptor (CONNECTION_ID=abc)`,
    ['ORA-12514'],
    ['dependency-down', 'crash-loop-config', 'config-invalid', 'crash-loop-app-error'],
  ],
  [
    'class',
    `Error: Could not find or load main class com.acme.Main
Caused by: java.lang.ClassNotFoundException: com.acme.Main`,
    ['com\\.acme\\.Main'],
    ['bad-command', 'crash-loop-app-error', 'invalid-image'],
  ],
  [
    'jar',
    `Error: Unable to access jarfile /app/service.jar`,
    ['/app/service\\.jar'],
    ['bad-command', 'crash-loop-app-error', 'invalid-image', 'crash-loop-config'],
  ],
  [
    'uce',
    `Exception in thread "main" java.lang.UnsupportedClassVersionError: com/acme/Main has been compiled by a more recent version of the Java Runtime (class file version 65.0), this version of the Java Runtime only recognizes class file versions up to 61.0`,
    ['65\\.0'],
    ['crash-loop-app-error', 'bad-command', 'invalid-image'],
  ],
  [
    'jvm opts',
    `Error: Could not create the Java Virtual Machine.
Error: A fatal exception has occurred. Program will exit.
Invalid maximum heap size: -Xmx4gb`,
    ['-Xmx4gb'],
    ['bad-command', 'crash-loop-config', 'config-invalid'],
  ],
  [
    'jvm container',
    `# There is insufficient memory for the Java Runtime Environment to continue.
# Native memory allocation (mmap) failed to map 1073741824 bytes for committing reserved memory.
# An error report file with more information is saved as:
# /app/hs_err_pid1.log`,
    ['insufficient memory|failed to map'],
    ['oom-killed', 'crash-loop-app-error'],
  ],
  [
    'go cfg',
    `2026/11/20 11:59:00 config: open /etc/shop/config.yaml: no such file or directory`,
    ['/etc/shop/config\\.yaml'],
    ['crash-loop-config', 'config-invalid', 'volume-mount', 'crash-loop-app-error'],
  ],
  [
    'go flag',
    `flag provided but not defined: -tls-cert
Usage of /app/server:
  -addr string
    	listen address`,
    ['tls-cert'],
    ['bad-command', 'crash-loop-config'],
    2,
  ],
  [
    'go dial',
    `2026/11/20 11:59:00 main.go:33: ping: dial tcp: lookup pg-master on 10.96.0.10:53: no such host`,
    ['pg-master'],
    ['dns'],
  ],
  [
    'go timeout',
    `{"level":"fatal","ts":"2026-11-20T11:59:00Z","caller":"cmd/main.go:40","msg":"store init","error":"dial tcp 10.96.7.7:3306: i/o timeout"}`,
    ['10\\.96\\.7\\.7:3306'],
    ['dependency-down', 'network-policy'],
  ],
  [
    'zap panic',
    `{"level":"panic","ts":1700000000,"caller":"a/b.go:12","msg":"license key rejected","key_id":"k-17","stacktrace":"main.main\\n\\t/src/a/b.go:12"}
panic: license key rejected

goroutine 1 [running]:`,
    ['license key rejected'],
    ['crash-loop-app-error', 'crash-loop-config', 'permission-denied'],
  ],
  [
    'envoy',
    `[2026-11-20 11:59:00.000][1][critical][main] [source/server/server.cc:131] error initializing configuration '/etc/envoy/envoy.yaml': Protobuf message (type envoy.config.bootstrap.v3.Bootstrap reason INVALID_ARGUMENT: invalid JSON in envoy.config.bootstrap.v3.Bootstrap @ static_resources.listeners[0]: message envoy.config.listener.v3.Listener, near 1:512 (offset 511): no such field: 'adress') has unknown fields
[2026-11-20 11:59:00.000][1][info][main] [source/server/server.cc:972] exiting`,
    ['envoy\\.yaml', 'adress'],
    ['config-invalid'],
  ],
  [
    'haproxy',
    `[NOTICE]   (1) : haproxy version is 2.8.3
[ALERT]    (1) : config : parsing [/usr/local/etc/haproxy/haproxy.cfg:23] : unknown keyword 'ballance' in 'backend' section
[ALERT]    (1) : config : Fatal errors found in configuration.`,
    ['haproxy\\.cfg:23', 'ballance'],
    ['config-invalid'],
  ],
  [
    'traefik',
    `time="2026-11-20T11:59:00Z" level=error msg="command traefik error: failed to decode configuration from flags: field not found, node: providrs"`,
    ['providrs'],
    ['config-invalid', 'bad-command', 'crash-loop-config'],
  ],
  [
    'caddy',
    `Error: adapting config using caddyfile: /etc/caddy/Caddyfile:9: unrecognized directive: revers_proxy`,
    ['Caddyfile:9', 'revers_proxy'],
    ['config-invalid'],
  ],
  [
    'apache',
    `AH00526: Syntax error on line 44 of /usr/local/apache2/conf/httpd.conf:
Invalid command 'ProxyPas', perhaps misspelled or defined by a module not included in the server configuration`,
    ['line 44|httpd\\.conf:44', 'ProxyPas'],
    ['config-invalid'],
  ],
  [
    'fluentbit',
    `[2026/11/20 11:59:00] [error] [config] section 'outputt' tried to instance a plugin name that doesn't exist
[2026/11/20 11:59:00] [error] configuration file contains errors, aborting.`,
    ['outputt'],
    ['config-invalid'],
  ],
  [
    'logstash',
    `[2026-11-20T11:59:00,000][ERROR][logstash.agent] Failed to execute action {:action=>LogStash::PipelineAction::Create/pipeline_id:main, :exception=>"LogStash::ConfigurationError", :message=>"Expected one of [ \\t\\r\\n], \\"#\\", \\"=>\\" at line 12, column 9 (byte 210) after filter {\\n grok"}`,
    ['line 12'],
    ['config-invalid'],
  ],
  [
    'grafana',
    `logger=settings t=2026-11-20T11:59:00Z level=info msg="Starting Grafana"
Error: ✗ failed to connect to database: pq: database "grafana" does not exist`,
    ['grafana'],
    ['dependency-down', 'crash-loop-app-error', 'crash-loop-config', 'config-invalid'],
  ],
  [
    'rabbit',
    `2026-11-20 11:59:00.000 [error] <0.254.0> Failed to load definitions from /etc/rabbitmq/definitions.json: {error,invalid_json}

BOOT FAILED
===========
Error during startup: {error,{invalid_json}}`,
    ['definitions\\.json'],
    ['config-invalid', 'crash-loop-config'],
  ],
  [
    'zookeeper',
    `ERROR [main:QuorumPeerMain@99] - Invalid config, exiting abnormally
org.apache.zookeeper.server.quorum.QuorumPeerConfig$ConfigException: Error processing /conf/zoo.cfg
	at org.apache.zookeeper.server.quorum.QuorumPeerConfig.parse(QuorumPeerConfig.java:198)
Caused by: java.lang.IllegalArgumentException: /data/myid file is missing
	at org.apache.zookeeper.server.quorum.QuorumPeerConfig.setupMyId(QuorumPeerConfig.java:770)`,
    ['/data/myid'],
    ['crash-loop-config', 'config-invalid'],
  ],
  [
    'cassandra',
    `ERROR [main] 2026-11-20 11:59:00,000 CassandraDaemon.java:803 - Exception encountered during startup
java.lang.RuntimeException: A node with address /10.1.2.3:7000 already exists, cancelling join. Use cassandra.replace_address if you want to replace this node.
	at org.apache.cassandra.service.StorageService.checkForEndpointCollision(StorageService.java:749)`,
    ['already exists, cancelling join'],
    ['crash-loop-app-error', 'crash-loop-config', 'config-invalid'],
  ],
  [
    'ssl key',
    `nginx: [emerg] cannot load certificate key "/etc/tls/tls.key": PEM_read_bio_PrivateKey() failed (SSL: error:0909006C:PEM routines:get_name:no start line:Expecting: ANY PRIVATE KEY)`,
    ['/etc/tls/tls\\.key'],
    ['tls-certificate', 'config-invalid'],
  ],
  [
    'ssl mismatch',
    `2026/11/20 11:59:00 tls: private key does not match public key`,
    ['private key does not match'],
    ['tls-certificate'],
  ],
  [
    'aws creds',
    `panic: NoCredentialProviders: no valid providers in chain. Deprecated.
	For verbose messaging see aws.Config.CredentialsChainVerboseErrors

goroutine 1 [running]:`,
    ['NoCredentialProviders|no valid providers'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error'],
  ],
  [
    'gcs',
    `google.auth.exceptions.DefaultCredentialsError: File /var/secrets/google/key.json was not found.`,
    ['/var/secrets/google/key\\.json'],
    ['crash-loop-config', 'permission-denied', 'crash-loop-app-error'],
  ],
  [
    'azure',
    `Azure.RequestFailedException: Service request failed.
Status: 403 (This request is not authorized to perform this operation.)
ErrorCode: AuthorizationFailure`,
    ['AuthorizationFailure|not authorized|403'],
    ['permission-denied', 'crash-loop-app-error'],
  ],
  [
    'migrate dirty',
    `error: Dirty database version 42. Fix and force version.`,
    ['42'],
    ['crash-loop-app-error', 'config-invalid', 'crash-loop-config'],
  ],
  [
    'sql syntax',
    `ERROR:  column "vat_id" of relation "customer" does not exist at character 61
STATEMENT:  UPDATE customer SET vat_id = $1 WHERE id = $2`,
    ['vat_id'],
    ['crash-loop-app-error'],
  ],
  [
    'unique',
    `django.db.utils.IntegrityError: duplicate key value violates unique constraint "orders_pkey"
DETAIL:  Key (id)=(10) already exists.`,
    ['orders_pkey'],
    ['crash-loop-app-error'],
  ],
  ['shell unbound', `/start.sh: line 7: UPSTREAM_URL: unbound variable`, ['UPSTREAM_URL'], ['crash-loop-config']],
  [
    'shell cd',
    `/entrypoint.sh: line 3: cd: /workspace/site: No such file or directory`,
    ['/workspace/site'],
    ['crash-loop-app-error', 'crash-loop-config', 'volume-mount', 'bad-command'],
  ],
  [
    'shell perm',
    `sh: 1: /docker/run.sh: Permission denied`,
    ['/docker/run\\.sh'],
    ['bad-command', 'permission-denied'],
    126,
  ],
  [
    'python file perm',
    `PermissionError: [Errno 13] Permission denied: '/cache/models'`,
    ['/cache/models'],
    ['permission-denied', 'volume-mount'],
  ],
  [
    'erofs',
    `OSError: [Errno 30] Read-only file system: '/app/tmp/session.db'`,
    ['/app/tmp/session\\.db'],
    ['permission-denied', 'volume-mount', 'config-invalid'],
  ],
  [
    'sqlite ro',
    `sqlite3.OperationalError: attempt to write a readonly database`,
    ['readonly database'],
    ['permission-denied', 'volume-mount', 'crash-loop-app-error'],
  ],
  [
    'etimedout',
    `Error: connect ETIMEDOUT 10.96.3.3:9200
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)`,
    ['10\\.96\\.3\\.3:9200'],
    ['dependency-down', 'network-policy'],
  ],
  [
    'selfsigned',
    `requests.exceptions.SSLError: HTTPSConnectionPool(host='pay.partner.test', port=443): Max retries exceeded with url: /v1 (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)')))`,
    ['pay\\.partner\\.test', 'self-signed'],
    ['tls-certificate'],
  ],
  [
    'java pkix',
    `javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
	at java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)`,
    ['PKIX path'],
    ['tls-certificate'],
  ],
  [
    'hostname java',
    `Caused by: java.net.UnknownHostException: invntory-db: Name or service not known
	at java.base/java.net.Inet6AddressImpl.lookupAllHostAddr(Native Method)`,
    ['invntory-db'],
    ['dns'],
  ],
  [
    'elixir',
    `** (RuntimeError) could not find hex credentials
    (app 0.1.0) lib/app.ex:12: App.start/2
** (Mix) Could not start application app: App.start(:normal, []) returned an error`,
    ['hex credentials'],
    ['crash-loop-app-error', 'crash-loop-config', 'permission-denied'],
  ],
  [
    'perl',
    `Can't locate DBI.pm in @INC (you may need to install the DBI module) at /app/run.pl line 4.
BEGIN failed--compilation aborted at /app/run.pl line 4.`,
    ['DBI'],
    ['crash-loop-app-error', 'invalid-image', 'bad-command'],
    2,
  ],
  [
    'lua',
    `lua: /app/main.lua:18: attempt to index a nil value (global 'settings')
stack traceback:
	/app/main.lua:18: in main chunk`,
    ['nil value'],
    ['crash-loop-app-error'],
  ],
  [
    'cpp',
    `terminate called after throwing an instance of 'std::runtime_error'
  what():  model file checksum mismatch: expected 9f2c got 11aa`,
    ['checksum mismatch'],
    ['crash-loop-app-error', 'config-invalid', 'exit-code-signal'],
    134,
  ],
  [
    'assert',
    `server: store.c:211: load_index: Assertion \`hdr->magic == IDX_MAGIC' failed.
Aborted (core dumped)`,
    ['store\\.c:211|IDX_MAGIC'],
    ['crash-loop-app-error', 'exit-code-signal'],
    134,
  ],
  [
    'ulimit',
    `fatal: can't fork: Resource temporarily unavailable`,
    ['fork'],
    ['crash-loop-app-error', 'exit-code-signal', 'oom-killed', 'log-needle'],
  ],
  ['disk quota', `write /data/wal/00000042: disk quota exceeded`, ['disk quota exceeded'], ['disk-full']],
  [
    'inode',
    `OSError: [Errno 28] No space left on device: '/data/tmp/ab12'`,
    ['/data/tmp|No space left'],
    ['disk-full'],
  ],
  [
    'spanish',
    `Iniciando facturación
ERROR no se pudo abrir el fichero de configuración /etc/factura/config.ini: no existe
Saliendo`,
    ['/etc/factura/config\\.ini'],
    ['crash-loop-config', 'config-invalid', 'crash-loop-app-error'],
  ],
  [
    '429',
    `INFO sync started
upstream answered 429 Too Many Requests for api.geo.test/v2 (quota 1000/day used)
sync aborted`,
    ['429'],
    ['dependency-down', 'crash-loop-app-error'],
  ],
  [
    'proxy',
    `urllib3.exceptions.ProxyError: ('Unable to connect to proxy', NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'))`,
    ['name resolution|proxy'],
    ['dns', 'dependency-down'],
  ],
  [
    'clock',
    `error: token used before issued: clock of this host is 312 s behind`,
    ['312|before issued'],
    ['clock-or-deadlock', 'crash-loop-app-error', 'permission-denied'],
  ],
  [
    'tzdata',
    `zoneinfo._common.ZoneInfoNotFoundError: 'No time zone found with key Europe/Berln'`,
    ['Europe/Berln'],
    ['crash-loop-app-error', 'config-invalid', 'crash-loop-config'],
  ],
  [
    'seccomp',
    `operation not permitted: setuid(1000) failed, running with no_new_privs`,
    ['setuid'],
    ['permission-denied'],
  ],
  [
    'bindpriv',
    `Error: listen EACCES: permission denied 0.0.0.0:80
    at Server.setupListenHandle [as _listen2] (node:net:1446:21)`,
    ['0\\.0\\.0\\.0:80'],
    ['permission-denied'],
  ],
  [
    'terraform lock',
    `Acquiring state lock. This may take a few moments...
╷
│ Error: Error acquiring the state lock
│
│ Error message: operation error DynamoDB: PutItem, ConditionalCheckFailedException
│ Lock Info:
│   ID:        4be0c1f2-9a57-4f03-8d1e-2f6f0a9c7d31
│   Path:      acme/network.tfstate
│   Who:       runner@apply-118
│
│ Terraform acquires a state lock to protect the state from being written
│ by multiple users at the same time.
╵
step "apply" finished with status 1`,
    ['acquiring the state lock', '4be0c1f2', 'apply-118'],
    ['crash-loop-app-error', 'terraform-state-lock'],
  ],
];

describe('the log of a program that crashes', () => {
  it.each(LOGS)('%s', async (_, log, says, categories, exitCode = 1) => {
    const reader = clusterOf([...deployment('ledger', { status: crashing(exitCode) }), ...healthy('neighbour')], {
      'shop/ledger-7d4b9-x2x4z/app': log,
      'shop/neighbour-7d4b9-x2x4z/app': 'ok\n',
    });
    const { findings } = await diagnose({ question: 'why does ledger crash?', namespace: 'shop' }, { reader });
    expect(categories).toContain(findings[0]?.category);
    const { title, rootCause, explanation, evidence } = findings[0];
    const told = [title, rootCause, explanation, ...evidence.map(({ text }) => text)].join('\n');
    for (const sentence of says) expect(told).toMatch(new RegExp(sentence, 'i'));
  });
});
