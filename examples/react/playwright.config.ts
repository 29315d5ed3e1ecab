import { defineConfig } from '@playwright/test'

export default defineConfig({
  use: { baseURL: `http://127.0.0.1:${process.env.APP_PORT}` },
  webServer: {
    command: 'npx vite --host 127.0.0.1 --port 0',
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<APP_PORT>\d+)/ },
  },
})
