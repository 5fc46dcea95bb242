import type * as Engine from '@triage/diagnosis';
import type * as Contract from '.';

type Fits<From, To> = From extends To ? true : { from: From; doesNotFit: To };

/** Checked by `tsc`; at run time there is nothing to see. */
function fits<_Proof extends true>() {
  return true;
}

describe('contract', () => {
  it('has the same Diagnosis as the engine, in both directions', () => {
    expect(fits<Fits<Engine.Diagnosis, Contract.Diagnosis>>()).toBe(true);
    expect(fits<Fits<Contract.Diagnosis, Engine.Diagnosis>>()).toBe(true);
  });

  it('has the same health of a cluster', () => {
    type EngineHealth = Awaited<ReturnType<typeof Engine.clusterHealth>>;
    expect(fits<Fits<EngineHealth, Contract.ClusterHealth>>()).toBe(true);
    expect(fits<Fits<Required<Contract.ClusterHealth>, Required<EngineHealth>>>()).toBe(true);
    expect(fits<Fits<Required<Contract.WorkloadHealth>, Required<EngineHealth['workloads'][number]>>>()).toBe(true);
  });

  it('knows every field of the engine, with the same optionality', () => {
    expect(fits<Fits<keyof Engine.Diagnosis, keyof Contract.Diagnosis>>()).toBe(true);
    expect(fits<Fits<Required<Engine.Finding>, Required<Contract.Finding>>>()).toBe(true);
    expect(fits<Fits<Required<Engine.Evidence>, Required<Contract.Evidence>>>()).toBe(true);
    expect(fits<Fits<Required<Engine.Fix>, Required<Contract.Fix>>>()).toBe(true);
    expect(fits<Fits<Required<Engine.Diagnosis>, Required<Omit<Contract.Diagnosis, 'clusterHealth'>>>>()).toBe(true);
  });
});
