import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeTriageApi } from '../../__testUtils__/FakeTriageApi';
import { renderPortal } from '../../__testUtils__/renderPortal';
import { runbook } from '../../__testUtils__/runbooks';

function withRunbooks() {
  const triage = new FakeTriageApi();
  triage.runbooks = [
    runbook(),
    runbook({ filename: 'oom.md', title: 'Out of memory', categories: ['oom-killed'], lastReviewed: '2020-01-31' }),
  ];
  return triage;
}

describe('RunbooksRouter', () => {
  it('lists runbooks, marks stale ones and searches', async () => {
    renderPortal({ path: '/triage/runbooks', triage: withRunbooks() });
    const fresh = (await screen.findByRole('link', { name: 'CreateContainerConfigError' })).closest('tr')!;
    const old = screen.getByRole('link', { name: 'Out of memory' }).closest('tr')!;
    expect(within(old).getByText('stale')).toBeInTheDocument();
    expect(within(fresh).queryByText('stale')).not.toBeInTheDocument();

    await userEvent.type(screen.getByPlaceholderText(/filter/i), 'oom-killed');
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'CreateContainerConfigError' })).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('link', { name: 'Out of memory' })).toBeInTheDocument();
  });

  it('renders a runbook with its sections and marks the one in the address', async () => {
    renderPortal({ path: '/triage/runbooks/createcontainerconfigerror.md#missing-key', triage: withRunbooks() });
    const section = await screen.findByRole('heading', { name: 'Missing key' });
    expect(section).toHaveAttribute('data-highlighted', 'true');
    expect(screen.getByRole('heading', { name: 'Symptoms' })).not.toHaveAttribute('data-highlighted');

    const contents = screen.getByRole('navigation', { name: 'Sections' });
    expect(within(contents).getByRole('link', { name: 'Missing key' })).toHaveAttribute('aria-current', 'location');
    expect(
      within(contents)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Symptoms', 'Quick check', 'Missing key', 'With Helm', 'Prevent']);
  });

  it('says that a runbook is not there', async () => {
    renderPortal({ path: '/triage/runbooks/nope.md', triage: withRunbooks() });
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no runbook nope.md.');
  });

  it('tells where runbooks come from when there are none', async () => {
    const triage = new FakeTriageApi();
    triage.runbooks = [];
    renderPortal({ path: '/triage/runbooks', triage });
    expect(await screen.findByText('No runbooks')).toBeInTheDocument();
  });
});
