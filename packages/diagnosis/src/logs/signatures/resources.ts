import { SignatureDefinition } from './Signature';

const r = String.raw;

/** Memory, disk, file handles, threads, clocks and locks. */
export const resourceSignatures: SignatureDefinition[] = [
  {
    name: 'runtime-out-of-memory',
    category: 'oom-killed',
    weight: 0.95,
    pattern: r`(?:java\.lang\.OutOfMemoryError(?:: (?<detail>[^\n]{1,100}))?|JavaScript heap out of memory|Reached heap limit Allocation failed|Ineffective mark-compacts near heap limit|fatal error: runtime: (?:out of memory|cannot allocate memory)|runtime: out of memory|\bMemoryError\b|NoMemoryError|failed to allocate memory|System\.OutOfMemoryException|Insufficient memory to continue|std::bad_alloc|memory allocation of (?<size>\d{1,15}) bytes failed|Allowed memory size of (?<size2>\d{1,15}) bytes exhausted|GC overhead limit exceeded|There is insufficient memory for the Java Runtime Environment|Native memory allocation \(m(?:map|alloc)\) failed|Cannot allocate memory|ENOMEM\b|os error 12\b|insufficient memory|CUDA out of memory|Terminating due to java\.lang\.OutOfMemoryError|Container killed (?:by YARN )?for exceeding memory limits|ran out of memory)`,
    says: 'The process could get no more memory[ ({detail})][ (asked for {size} bytes)].',
  },
  {
    name: 'kernel-oom-kill',
    category: 'oom-killed',
    weight: 0.95,
    pattern: r`(?:Out of memory: Kill(?:ed)? process (?<pid>\d{1,9})(?: \((?<process>[^)]{1,60})\))?|Memory cgroup out of memory|oom-kill:constraint|invoked oom-killer|oom_reaper|\bOOM ?[- ]?Killed?\b|killed by (?:the )?(?:kernel )?OOM[ -]?killer|exceeded (?:its )?memory limit[^\n]{0,40}kill|Worker \(pid:\d{1,9}\) was sent SIGKILL! Perhaps out of memory)`,
    says: 'The kernel killed the process[ {process}] for memory.',
  },
  {
    name: 'metaspace-or-direct-memory',
    category: 'oom-killed',
    weight: 0.9,
    pattern: r`(?:OutOfDirectMemoryError|Direct buffer memory|Metaspace\b[^\n]{0,40}(?:full|exhausted|OutOfMemory)|unable to create (?:new )?native thread)`,
    says: 'The process could get no more memory or threads.',
  },
  {
    name: 'disk-full',
    category: 'disk-full',
    weight: 0.95,
    pattern: r`(?:(?:(?:write|writing|open|create|mkdir|failed to write(?: to)?|could not (?:write|extend)(?: to)?(?: file)?)[: ]{1,2}["']?(?<path>\/[^\s"':]{1,300})["']?[^\n]{0,80}?)?no space left on (?:the )?device|\bENOSPC\b|There is not enough space on the disk|disk (?:is )?(?:full|quota exceeded)|(?:volume|filesystem|file system|partition|storage|datastore) (?:\S{1,120} )?is (?:full|out of space)|\bEDQUOT\b|os error 28\b|errno 28\b|No usable temporary directory|out of disk space|insufficient disk space|not enough (?:free )?disk space|flood[- ]stage disk watermark|high disk watermark \[[^\]]{1,10}\] exceeded|Kein Speicherplatz mehr|Auf dem Ger[^\s]{1,6}t ist kein Speicherplatz|No queda espacio)`,
    says: 'The disk is full[: {path} can not be written].',
  },
  {
    name: 'inotify-limit',
    category: 'node-problem',
    weight: 0.9,
    pattern: r`(?:System limit for number of file watchers reached|inotify_add_watch[^\n]{0,80}No space left|too many open files[^\n]{0,80}inotify|inotify_init[^\n]{0,40}(?:failed|too many)|user limit on (?:the total number of )?inotify|failed to create fsnotify watcher: too many open files)`,
    says: "The node's limit of inotify watches or instances is reached.",
  },
  {
    name: 'too-many-open-files',
    category: 'crash-loop-app-error',
    weight: 0.9,
    pattern: r`(?:too many open files|\bEMFILE\b|\bENFILE\b|os error 24\b|errno 24\b|file descriptor limit|Zu viele offene Dateien)`,
    says: 'The process has opened as many files or sockets as its limit allows.',
  },
  {
    name: 'process-limit',
    category: 'node-problem',
    weight: 0.88,
    pattern: r`(?:fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed|can't start new thread|cannot fork|fork\(\)? failed|failed to create new OS thread|BlockingIOError: \[Errno 11\] Resource temporarily unavailable|Resource temporarily unavailable \(os error 11\)|pids? limit reached)`,
    says: 'No further process or thread may start: a pid limit is reached.',
  },
  {
    name: 'io-error',
    category: 'node-problem',
    weight: 0.86,
    pattern: r`(?:Input\/output error|\bEIO\b|I\/O error, dev (?<device>\w{1,40})|EXT4-fs error|XFS \([^)]{1,40}\): [^\n]{0,60}(?:error|shutdown)|Stale (?:NFS )?file handle|\bESTALE\b|Transport endpoint is not connected|Structure needs cleaning|Remounting filesystem read-only)`,
    says: 'The storage below the volume reports errors[ ({device})].',
  },
  {
    name: 'clock-skew',
    category: 'clock-or-deadlock',
    weight: 0.9,
    pattern: r`(?:clock (?:skew|drift|jump(?:ed)?|is (?:ahead|behind|off|not synchronized|out of sync))|RequestTimeTooSkewed|token used before issued|(?:issued|iat) in the future|Signature not yet current|clocks? (?:are )?(?:not in sync|out of sync)|(?:timestamp|time) (?:is )?(?:in the future|too far in the (?:future|past))|time (?:difference|offset) (?:is )?too (?:large|great|big)|InvalidNotBefore|is not yet valid \(nbf\)|The difference between the request time and the current time is too large|KRB_AP_ERR_SKEW|Clock went backwards|system clock)`,
    says: 'The clocks of the machines differ too much.',
  },
  {
    name: 'deadlock',
    category: 'clock-or-deadlock',
    weight: 0.86,
    pattern: r`(?:all goroutines are asleep - deadlock|Found (?:one|\d{1,3}) Java-level deadlock|\bdeadlock(?:ed)?\b[^\n]{0,80}(?:detected|found|between|waiting|abort)|potential deadlock|thread(?:s)? (?:is |are )?(?:starvation|deadlocked)|Thread starvation or clock leap detected|blocked for more than \d{1,6} seconds|thread blocked for|Thread [\w\[\],-]{1,80} has been blocked for)`,
    says: 'Parts of the program wait for each other (deadlock).',
  },
  {
    // The cache is filled by lists and watches: why those fail stands before.
    name: 'cache-not-synced',
    weight: 0.2,
    pattern: r`(?:failed to sync \*?[\w.]{1,60}: [^\n]{0,20}deadline exceeded|timed out waiting for caches to sync|failed to wait for [\w\/-]{1,60} caches to sync|caches? did not sync)`,
    says: 'Its caches of cluster objects are not filled.',
  },
  {
    // The lease is what goes when the API server, its rights or the clock fail: those lines stand before it.
    name: 'leader-election-lost',
    category: 'clock-or-deadlock',
    meaning: 'symptom',
    weight: 0.4,
    pattern: r`(?:leader ?election lost|lost (?:the )?leader(?:ship| lease| election))`,
    says: 'It is no longer the leader.',
  },
  {
    name: 'memory-lock-refused',
    category: 'permission-denied',
    weight: 0.96,
    pattern: r`(?:failed to lock memory|unable to lock JVM memory|mlock(?:all)?(?:\(\))? (?:failed|syscall is not available))`,
    says: 'The process may not lock its memory (mlock): the container lacks the capability IPC_LOCK or its limit for locked memory is too low.',
  },
  {
    name: 'lock-not-granted',
    category: 'clock-or-deadlock',
    weight: 0.78,
    pattern: r`(?:(?:could not|cannot|can't|unable to|failed to|timed out (?:while )?(?:waiting to|trying to)?) ?(?:acquir(?:e|ing)|obtain|get|take|lock)(?:ing)? (?:an? |the )?(?:\w{1,20} ){0,3}(?:lock|lease|mutex|semaphore)\b|lock (?:file )?(?:["']?(?<path>\/[^\s"']{1,300})["']? )?(?:is |was )?(?:already )?(?:held|owned|locked|taken) by|(?:pid|lock) ?file (?:["']?(?<path2>\/[^\s"']{1,300})["']? )?(?:already )?exists|another (?:instance|process) (?:of [^\n]{1,60} )?is (?:already )?(?:running|using)|resource deadlock avoided|LockObtainFailedException|lost (?:the )?(?:leader )?lease|failed to renew lease)`,
    says: 'A lock was not granted[: {path}]: another process holds it, or one that died left it behind.',
  },
  {
    name: 'watchdog-timeout',
    category: 'crash-loop-app-error',
    weight: 0.74,
    pattern: r`(?:WORKER TIMEOUT|watchdog[^\n]{0,40}(?:timeout|timed out|expired|triggered|fired)|worker failed to boot|Worker exiting|event loop (?:is )?blocked|hung_task|Task was destroyed but it is pending|HaltServer)`,
    says: 'A worker of the program hung or did not start.',
  },
];
