// Serves the two recorded clusters of the demo on loopback, as if they had been recorded a moment ago. Their ports come
// from TRIAGE_PRODUCTION_PORT and TRIAGE_STAGING_PORT, the token that opens them from TRIAGE_DEMO_TOKEN.
import path from 'node:path';
import { openSnapshot, startReplayServer, TokenUser } from '@triage/cluster-replay';

/** What the portal may do there: what a careful company would give it. No Secrets, no changes. */
const reader: Omit<TokenUser, 'token'> = {
  name: 'system:serviceaccount:triage:reader',
  allow: [
    {
      verbs: ['get', 'list', 'watch'],
      apiGroups: [''],
      resources: [
        ...['namespaces', 'nodes', 'persistentvolumes', 'persistentvolumeclaims', 'limitranges', 'resourcequotas'],
        ...['pods', 'pods/log', 'replicationcontrollers', 'services', 'endpoints', 'configmaps', 'serviceaccounts'],
        'events',
      ],
    },
    {
      verbs: ['get', 'list', 'watch'],
      apiGroups: [
        ...['apps', 'batch', 'autoscaling', 'policy', 'networking.k8s.io', 'discovery.k8s.io', 'events.k8s.io'],
        ...['storage.k8s.io', 'scheduling.k8s.io', 'rbac.authorization.k8s.io', 'metrics.k8s.io'],
        ...['admissionregistration.k8s.io', 'apiextensions.k8s.io', 'apiregistration.k8s.io'],
      ],
      resources: ['*'],
    },
  ],
};

async function main() {
  const token = process.env.TRIAGE_DEMO_TOKEN;
  if (!token) throw new Error('TRIAGE_DEMO_TOKEN is not set');
  const clusters = await Promise.all(
    ['production', 'staging'].map(async name => ({
      name,
      snapshot: await openSnapshot(path.join(__dirname, 'snapshots', `${name}.tar.gz`)),
      port: Number(process.env[`TRIAGE_${name.toUpperCase()}_PORT`]),
      tokens: [{ ...reader, token }],
    })),
  );
  const server = await startReplayServer({ clusters, asOf: 'now' });
  for (const { name, url } of server.clusters) console.log(`${name}: ${url}`);
  process.on('SIGTERM', async () => {
    await server.close();
    await Promise.all(clusters.map(({ snapshot }) => snapshot.close()));
  });
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
