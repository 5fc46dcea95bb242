/** Where the tests find the portal: a running one that is named, or that which startPortal.ts starts. */
export const portalUrl = process.env.TRIAGE_URL ?? 'http://localhost:3170';
