import { createFrontendModule, createRouteRef, PageBlueprint } from '@backstage/frontend-plugin-api';
import HomeIcon from '@material-ui/icons/Home';

const homePage = PageBlueprint.make({
  name: 'home',
  params: {
    path: '/',
    title: 'Home',
    icon: <HomeIcon fontSize="inherit" />,
    // only pages with a route get into the navigation
    routeRef: createRouteRef(),
    loader: () => import('./HomePage').then(({ HomePage }) => <HomePage />),
  },
});

export const homeModule = createFrontendModule({ pluginId: 'app', extensions: [homePage] });
