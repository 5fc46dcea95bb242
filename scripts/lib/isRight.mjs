const workloads = ['Pod', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

/**
 * What is wrong with a Diagnosis, judged by the expectation of its scenario; undefined when it is right.
 * Only the first finding counts: it is what one acts upon.
 * @param text the whole answer as it was printed, in which no secret may occur
 */
export function isRight(diagnosis, expected, text) {
  const leaked = (expected.canaries ?? []).find(canary => text.includes(canary));
  if (leaked) return 'it shows a secret';
  const [first] = diagnosis.findings;
  if (expected.healthy) {
    const alarm = diagnosis.findings.find(({ severity }) => severity !== 'INFO');
    return alarm && `false alarm: ${alarm.category} of ${alarm.resource.kind}/${alarm.resource.name}`;
  }
  if (!first) return 'nothing found';
  const { alsoCategories = [] } = expected;
  const { category, resource, says } = expected.rootCause;
  if (![category, ...alsoCategories].includes(first.category)) return `category ${first.category}, wanted ${category}`;
  const culprits = [resource, ...(expected.alsoAccept ?? [])];
  if (!culprits.some(culprit => isSame(culprit, first.resource))) {
    return `blames ${first.resource.kind}/${first.resource.name}, wanted ${resource.kind}/${resource.name}`;
  }
  const evidence = first.evidence.slice(0, 12).map(piece => piece.text.slice(0, 500));
  const told = [first.title, first.rootCause, first.explanation, ...evidence].join('\n');
  const untold = says.find(pattern => !new RegExp(pattern, 'i').test(told));
  if (untold) return `does not say ${untold}`;
  const wrong = (expected.notCause ?? []).find(pattern =>
    new RegExp(pattern, 'i').test(`${first.title}\n${first.rootCause}`),
  );
  return wrong && `claims ${wrong}`;
}

/** A Pod, ReplicaSet or Job counts as the workload that it belongs to, and the other way round. */
function isSame(culprit, found) {
  const pattern = /^\/(.*)\/$/.exec(culprit.name)?.[1];
  const related = workloads.includes(culprit.kind) && workloads.includes(found.kind);
  if (culprit.kind !== found.kind && !related) return false;
  if (pattern)
    return (
      new RegExp(`^(${pattern})$`).test(found.name) || (related && new RegExp(`^(${pattern})`).test(`${found.name}-`))
    );
  if (culprit.name === found.name) return true;
  return related && (found.name.startsWith(`${culprit.name}-`) || culprit.name.startsWith(`${found.name}-`));
}
