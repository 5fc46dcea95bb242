import { ResourceRef } from '@triage/diagnosis';
import { namePattern } from './Expectation';

/** Of these characters Kubernetes makes the ends of generated names: no vowels, so that no words come out. */
const GENERATED = '[bcdfghjklmnpqrstvwxz2456789]';

/** What a controller puts behind its own name when it names what belongs to it. */
const SUFFIXES: Record<string, Record<string, string>> = {
  Deployment: { ReplicaSet: `-${GENERATED}{1,10}`, Pod: `-${GENERATED}{1,10}-${GENERATED}{5}` },
  ReplicaSet: { Pod: `-${GENERATED}{5}` },
  StatefulSet: { Pod: '-\\d+' },
  DaemonSet: { Pod: `-${GENERATED}{5}` },
  Job: { Pod: `(-\\d+)?-${GENERATED}{5}` },
  CronJob: { Job: `-(\\d+|manual-\\w+|${GENERATED}{5})`, Pod: `-\\d+-${GENERATED}{5}` },
};

/** Whether blaming `found` is blaming the culprit: a Pod, ReplicaSet or Job stands for the workload it belongs to, and back. */
export function isCulprit(culprit: ResourceRef, found: ResourceRef): boolean {
  const pattern = namePattern(culprit.name);
  const wanted = pattern === undefined ? escape(culprit.name) : `(?:${pattern})`;
  if (culprit.kind === found.kind) {
    return matches(wanted, found.name);
  }
  const below = SUFFIXES[culprit.kind]?.[found.kind];
  if (below !== undefined) {
    return matches(`${wanted}${below}`, found.name) || (pattern !== undefined && matches(wanted, found.name));
  }
  const above = SUFFIXES[found.kind]?.[culprit.kind];
  if (above === undefined) {
    return false;
  }
  return pattern === undefined
    ? matches(`${escape(found.name)}${above}`, culprit.name)
    : // what the pattern would make of the end is not known: that it begins with the owner's name has to do
      new RegExp(`^${wanted}`).test(`${found.name}-`) || matches(wanted, found.name);
}

function matches(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern}$`).test(name);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
