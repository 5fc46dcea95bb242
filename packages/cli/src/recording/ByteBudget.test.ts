import { ByteBudget } from './ByteBudget';

describe('ByteBudget', () => {
  it('gives no more than there is, and nothing when it is used up', async () => {
    const budget = new ByteBudget(100);
    budget.settle(await budget.take(80), 80);
    expect(await budget.take(80)).toBe(20);
    budget.settle(20, 20);
    expect(await budget.take(1)).toBe(0);
  });

  it('lets wait while others may give some back', async () => {
    const budget = new ByteBudget(100);
    const first = await budget.take(80);
    const second = budget.take(80);
    budget.settle(first, 10);
    expect(await second).toBe(80);
  });
});
