const SUFFIXES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A Kubernetes quantity as a number: cores for CPU, bytes for memory. `undefined` for what is no quantity. */
export function parseQuantity(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') return quantity;
  if (typeof quantity !== 'string') return undefined;
  const match = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)([numkMGTPE]i?|Ki|)$/i.exec(quantity.trim());
  if (!match) return undefined;
  const factor = SUFFIXES[match[2]];
  return factor === undefined ? undefined : Number(match[1]) * factor;
}

/** Bytes as people write a memory limit: `96Mi`, `1.5Gi`. */
export function formatBytes(bytes: number): string {
  for (const suffix of ['Gi', 'Mi', 'Ki'] as const) {
    const value = bytes / SUFFIXES[suffix];
    if (value >= 1) return `${Number(value.toFixed(1))}${suffix}`;
  }
  return `${Math.round(bytes)}`;
}

/** Cores as people write a CPU request: `250m`, `1.5`. */
export function formatCores(cores: number): string {
  return cores < 1 ? `${Math.round(cores * 1000)}m` : `${Number(cores.toFixed(2))}`;
}
