const supported = [20, 22, 24];

/** What is wrong with this version of Node, in one sentence; undefined when nothing is. */
export function checkNode(version) {
  const major = Number(version.split('.')[0]);
  if (supported.includes(major)) return undefined;
  return `Triage needs Node 20, 22 or 24, and this is Node ${version}: install one of them (https://nodejs.org) and run the command again.`;
}
