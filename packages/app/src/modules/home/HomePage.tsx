import useAsync from 'react-use/esm/useAsync';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Content, InfoCard, Link, LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { triageApiRef } from '@triage/plugin-triage';
import { FailingNow } from './FailingNow';
import { systemsOf } from './systemsOf';

/** Where one arrives: what is broken, where to ask, and what there is. */
export function HomePage() {
  const triage = useApi(triageApiRef);
  const catalog = useApi(catalogApiRef);
  const health = useAsync(() => triage.getClusterHealth(), [triage]);
  const { value: entities = [], loading } = useAsync(async () => {
    const filter = { kind: ['System', 'Component', 'Resource'] };
    return (await catalog.getEntities({ filter, fields: ['kind', 'metadata', 'spec.system'] })).items;
  }, [catalog]);

  return (
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
              loading={health.loading || loading}
              error={health.error}
              entities={entities}
            />
          </InfoCard>
        </Grid>
        <Grid item xs={12} md={5}>
          <Grid container spacing={3}>
            {systemsOf(entities).map(({ title, description, to, parts }) => (
              <Grid item xs={12} key={to}>
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
  );
}
