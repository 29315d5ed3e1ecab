/** What people type for a word that the texts have: the rows of the one are those of the other. */
const synonyms: Readonly<Record<string, string>> = {
  mic: 'microphone',
  mics: 'microphone',
  cam: 'camera',
  cams: 'camera',
  webcam: 'camera',
  webcams: 'camera',
  frequent: 'often',
  frequently: 'often',
  ssl: 'https',
  话筒: '麦克风',
  相机: '摄像头',
}

/** Another word for it that stands in the texts. */
export function synonymOf(word: string): string | undefined {
  return Object.hasOwn(synonyms, word) ? synonyms[word] : undefined
}
