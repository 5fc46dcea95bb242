import { SignatureDefinition } from './Signature';

const r = String.raw;

/** Terraform and its kin, and the CI systems that run builds. */
export const deliverySignatures: SignatureDefinition[] = [
  {
    name: 'terraform-state-lock',
    category: 'terraform-state-lock',
    weight: 0.97,
    pattern: r`(?:Error (?:acquiring|locking|releasing) (?:the )?state(?: lock)?|state (?:file )?(?:is |was )?(?:already )?locked\b|Failed to (?:lock|unlock) state|state blob is already locked|(?:terraform|tofu|terragrunt|tf)[^\n]{0,80}state[- ]?lock|state lock (?:info|is held|could not be|already)|ConditionalCheckFailedException[^\n]{0,80}|the state is already locked by another terraform client|workspace (?:is )?already locked|terraform force-unlock)`,
    says: 'The Terraform state is locked by another run, or one that died left the lock behind.',
  },
  {
    name: 'terraform-provider',
    category: 'terraform-provider',
    weight: 0.95,
    pattern: r`(?:Failed to query available provider packages|Could not retrieve the list of available versions for provider (?<provider>[\w./-]{1,200})|Failed to install provider|Error while installing (?<provider2>[\w./-]{1,200})|provider registry[^\n]{0,80}(?:does not have|could not|failed)|Inconsistent dependency lock file|required plugins are not installed|Could not load plugin|Failed to instantiate provider|Invalid provider configuration|provider (?:registry\.\w{1,40}\.\w{1,10}\/)?(?<provider3>[\w./-]{1,200}) (?:was |is )?not (?:available|found)|Missing required provider|No valid credential sources found|error configuring (?:Terraform|S3 Backend)[^\n]{0,80}|Plugin (?:did not respond|reinitialization required)|Incompatible provider version|does not match the checksums recorded in the dependency lock file|Unsupported Terraform Core version|no available releases match the given constraints|Failed to load plugin schemas|configured provider[^\n]{0,60}error|Provider produced inconsistent)`,
    says: 'Terraform can not use the provider[ {provider}].',
  },
  {
    name: 'terraform-init',
    category: 'terraform-provider',
    weight: 0.9,
    pattern: r`(?:Backend initialization required|Error: (?:Backend configuration changed|Failed to get existing workspaces|Error loading state|Initialization required|Module not installed|Could not download module|Failed to download module|Error configuring the backend|Unsupported backend type|Failed to read provider configuration|Error refreshing state|Invalid backend configuration|error loading the remote state)|Please run "?(?:terraform|tofu) init"?|Reason: (?:Initial configuration of the requested backend|Unsetting the previously set backend)|Error inspecting states in the|terraform init[^\n]{0,60}(?:failed|error))`,
    says: 'Terraform could not be initialized: its backend or modules are not ready.',
  },
  {
    name: 'terraform-config',
    category: 'terraform-provider',
    weight: 0.82,
    pattern: r`(?:Error: (?:Unsupported (?:argument|attribute|block type)|Reference to undeclared (?:resource|input variable|module|local value)|Missing required argument|Invalid (?:reference|for_each argument|count argument|function argument|value for (?:input )?variable|index)|No value for required variable|Duplicate (?:resource|variable|provider)[^\n]{0,40}|Cycle: [^\n]{1,80}|Provider configuration not present|Unreadable module directory|creating [^\n]{1,120}|deleting [^\n]{1,120}|updating [^\n]{1,120}|reading [^\n]{1,120})|on (?<file>[\w./-]{1,200}\.tf(?:vars)?) line (?<line>\d{1,7}))`,
    says: 'Terraform refuses the plan[ at {file} line {line}].',
  },
  {
    name: 'ci-exit-code',
    category: 'ci-failure',
    weight: 0.72,
    pattern: r`(?:##\[error\] ?(?:Process completed with|The process '[^']{1,300}' failed with|Bash exited with code|Cmd\.exe exited with code)[^\n]{0,60}|Process completed with exit code (?<code>[1-9]\d{0,2})|ERROR: Job failed: (?:exit (?:code|status) (?<code2>[1-9]\d{0,2})|command terminated with exit code (?<code3>[1-9]\d{0,2})|[^\n]{1,100})|script returned exit code (?<code4>[1-9]\d{0,2})|Finished: FAILURE|Build step '[^']{1,100}' marked build as failure|Exited with code exit status (?<code5>[1-9]\d{0,2})|The command "[^"]{1,200}" exited with (?<code6>[1-9]\d{0,2})|Error: The operation was canceled\.|pipeline (?:failed|#\d{1,12} failed)|Job (?:execution )?failed|error building at STEP|ERROR: failed to solve: |failed to build: |executor failed running \[[^\]]{1,200}\]|returned a non-zero code: (?<code7>[1-9]\d{0,2})|make(?:\[\d{1,3}\])?: \*\*\* \[[^\]]{1,200}\] Error (?<code8>\d{1,3})|step exited with code (?<code9>[1-9]\d{0,2})|Build FAILED\b|BUILD FAILED\b|BUILD FAILURE\b|FAILURE: Build failed with an exception|##vso\[task\.complete result=Failed)`,
    says: 'The CI job failed[ with exit code {code}].',
  },
  {
    name: 'ci-tests-failed',
    category: 'ci-failure',
    weight: 0.78,
    pattern: r`(?:Tests?:? {1,9}(?<failed>[1-9]\d{0,6}) failed|\b(?<failed2>[1-9]\d{0,6}) (?:tests? )?(?:failed|failing)\b(?:,| \d{1,6} passed|$)|Tests run: \d{1,7}, Failures: (?:[1-9]\d{0,6}|0, Errors: [1-9])|There were failing tests|=+ (?:[^=\n]{0,60})?(?<failed3>[1-9]\d{0,6}) failed[^\n]{0,60} in [\d.]{1,9}s|--- FAIL: (?<test>\S{1,200})|^FAIL\t|^FAILED \S{1,200}::\S{1,200}|There are test failures|test result: FAILED|\bFAIL(?:ED)? {1,3}\S{1,200}\.(?:test|spec)\.\w{1,4}|\d{1,6} examples?, (?<failed4>[1-9]\d{0,5}) failures?)`,
    says: 'Tests failed[: {failed}][ ({test})].',
  },
  {
    name: 'compile-error',
    category: 'ci-failure',
    weight: 0.8,
    pattern: r`(?:error TS\d{3,5}: |\berror\[E\d{4}\]|error: could not compile |COMPILATION ERROR|Compilation fail(?:ed|ure)|cannot find symbol|error CS\d{4}|undefined reference to \x60|ld returned 1 exit status|collect2: error|fatal error: [\w./-]{1,200}\.h: No such file|build constraints exclude all Go files|npm ERR! code (?!ELIFECYCLE)(?<code>E\w{2,30})|npm error code (?!ELIFECYCLE)(?<code2>E\w{2,30})|ERESOLVE unable to resolve dependency tree|No matching distribution found for (?<module>\S{1,100})|Could not find a version that satisfies the requirement (?<module2>\S{1,100})|Could not resolve dependencies for project|go: [^\n]{1,200}: (?:unknown revision|module lookup disabled|missing go\.sum entry)|error Command failed with exit code|Failed to compile\b|YN0\d{3}: [^\n]{0,200}(?:lockfile would have been (?:created|modified)|isn't resolvable)|Your lock ?file (?:needs to be|does not satisfy))`,
    says: 'The build failed[: {module}][ ({code})].',
  },
  {
    name: 'git-or-registry-auth',
    category: 'ci-failure',
    weight: 0.82,
    pattern: r`(?:fatal: (?:Authentication failed for|could not read (?:Username|Password) for|unable to access|repository '[^']{1,300}' not found|not a git repository|couldn't find remote ref|Remote branch \S{1,200} not found)|Permission denied \(publickey\)|remote: (?:Permission to|Repository not found|Invalid username)|Resource not accessible by integration|No hosted parallelism has been purchased|Unable to find image '[^']{1,300}' locally|This job is stuck because|no runner|error: failed to push some refs)`,
    says: 'The job could not get at its repository or registry.',
  },
  {
    name: 'helm-failed',
    category: 'rollout-stuck',
    weight: 0.8,
    pattern: r`(?:Error: (?:UPGRADE|INSTALLATION|ROLLBACK) FAILED: (?<problem>[^\n]{1,200})|another operation \(install\/upgrade\/rollback\) is in progress|ComparisonError|SyncFailed|Sync operation to [^\n]{1,100} failed|HelmRelease[^\n]{0,80}(?:failed|exhausted))`,
    says: 'The release could not be rolled out[: {problem}].',
  },
];
