import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('starts without a backend and offers to sign in', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test' },
            auth: { providers: { guest: {} } },
            backend: { baseUrl: 'http://localhost:7007' },
            techdocs: { storageUrl: 'http://localhost:7007/api/techdocs/static/docs' },
          },
          context: 'test',
        },
      ] as any,
    };

    render(App.createRoot());

    expect(await screen.findByRole('button', { name: 'Enter' })).toBeInTheDocument();
  });
});
