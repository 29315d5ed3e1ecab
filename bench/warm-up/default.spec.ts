import { warmUp } from './warm-up.ts'

warmUp()
