/**
 * Hosts that Chromium asks on its own account, not for a page: form predictions, model and component downloads, safe
 * browsing. They are refused like everything else, but they say nothing about the app.
 */
const services =
  /^((content-autofill|optimizationguide-pa|safebrowsing|update|clientservices|passwordsleakcheck-pa)\.googleapis\.com|(clients\d*|accounts|redirector\.gvt1)\.(google\.)?com|edgedl\.me\.gvt1\.com)$/

export const isBrowserService = (host: string): boolean => services.test(host)
