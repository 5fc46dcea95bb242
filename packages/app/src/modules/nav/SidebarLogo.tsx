import { Link, sidebarConfig, useSidebarOpenState } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { height: 2 * sidebarConfig.logoHeight, display: 'flex', alignItems: 'center' },
    link: { marginLeft: sidebarConfig.iconPadding, color: theme.palette.navigation.selectedColor ?? '#fff' },
    word: { fontSize: 22, fontWeight: 700, letterSpacing: '0.02em' },
  }),
  { name: 'TriageSidebarLogo' },
);

/** The name of the portal, or its first letter when the sidebar is folded. */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Triage: home">
        <span className={classes.word}>{isOpen ? 'Triage' : 'T'}</span>
      </Link>
    </div>
  );
}
