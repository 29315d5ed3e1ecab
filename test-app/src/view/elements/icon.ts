const paths = {
  camera: 'M3 7h11v10H3zM14 11l6-4v10l-6-4',
  cameraOff: 'M3 7h11v10H3zM14 11l6-4v10l-6-4M3 3l18 18',
  microphone: 'M9 4a3 3 0 0 1 6 0v7a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3',
  microphoneOff: 'M9 4a3 3 0 0 1 6 0v7a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3M3 3l18 18',
  screen: 'M3 5h18v11H3zM8 20h8M12 16v4',
  live: 'M12 11v2M8 8a6 6 0 0 0 0 8M16 8a6 6 0 0 1 0 8M5 5a10 10 0 0 0 0 14M19 5a10 10 0 0 1 0 14',
  leave: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  send: 'M4 12l16-7-5 15-3-6z',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.5',
} as const

export type IconName = keyof typeof paths

/** A line icon, for the eye only: the text beside it carries the meaning. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}
