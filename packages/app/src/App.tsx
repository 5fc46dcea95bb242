import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';

// the plugins come by themselves: app.packages in app-config.yaml
export default createApp({ features: [navModule, homeModule] });
