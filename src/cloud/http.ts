import { HttpResponse, http, type RequestHandler } from 'msw'

const anyOrigin = { headers: { 'Access-Control-Allow-Origin': '*' } }

/** The plain HTTP calls of the SDK. Pages of any origin may read the answers, as they may the real ones. */
export const httpHandlers: RequestHandler[] = [
  http.get('https://*/zglog/whitelist', () =>
    HttpResponse.json({ code: 0, message: '', data: {} }, anyOrigin),
  ),
  http.post('https://*/log/userupload', () => HttpResponse.json({ code: 0, message: '' }, anyOrigin)),
]
