import useAsync from 'react-use/esm/useAsync';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Content, Header, InfoCard, Link, LinkButton, Page } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { triageApiRef } from '@triage/plugin-triage';
import { FailingNow } from './FailingNow';
import { systemsOf } from './systemsOf';

/** Where one arrives: what is broken, where to ask, and what there is. */
export function HomePage() {
  const organization = useApi(configApiRef).getOptionalString('organization.name');
  const triage = useApi(triageApiRef);
  const catalog = useApi(catalogApiRef);
  const health = useAsync(() => triage.getClusterHealth(), [triage]);
  const entities = useAsync(
    async () =>
      (
        await catalog.getEntities({
          filter: { kind: ['System', 'Component', 'Resource'] },
          fields: ['kind', 'metadata', 'spec.system', 'spec.type'],
        })
      ).items,
    [catalog],
  );

  return (
    <Page themeId="home">
      <Header title={organization ?? 'Home'} subtitle="What is broken, why, and what to do about it" />
      <Content>
        <Grid container spacing={3}>
          <Grid item xs={12} md={7}>
            <InfoCard
              title="Failing now"
              action={
                <LinkButton to="/triage/ask" color="primary" variant="contained" size="small">
                  Ask why
                </LinkButton>
              }
            >
              <FailingNow
                health={health.value}
                loading={health.loading || entities.loading}
                error={health.error}
                entities={entities.value ?? []}
              />
            </InfoCard>
          </Grid>
          <Grid item xs={12} md={5}>
            <Grid container spacing={3} direction="column">
              {systemsOf(entities.value ?? []).map(({ title, description, to, parts }) => (
                <Grid item key={to}>
                  <InfoCard title={<Link to={to}>{title}</Link>} subheader={description}>
                    <Typography variant="body2">
                      {parts.map((part, index) => (
                        <span key={part.to}>
                          {index > 0 && ' · '}
                          <Link to={part.to}>{part.title}</Link>
                        </span>
                      ))}
                    </Typography>
                  </InfoCard>
                </Grid>
              ))}
            </Grid>
          </Grid>
        </Grid>
      </Content>
    </Page>
  );
}
