const flag = '--disable-features='

/**
 * Suggestions of the address bar are two pages of Chromium's own in every window. Nobody sees them, and they take more
 * of the processor than the app under test: 1.1 s for each page that a test opens.
 */
const suggestions = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** What Playwright turns off by itself. It has to be said again, because Chromium obeys only the last list. */
const byPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
]

/** The launch argument that turns off what no test needs. */
export const disabledFeatures = `${flag}${[...byPlaywright, ...suggestions].join()}`
