import { test } from '../../scenarios/test.ts'
import { warmUp } from './warm-up.ts'

test.use({ browserStage: 'no-devices' })
warmUp()
