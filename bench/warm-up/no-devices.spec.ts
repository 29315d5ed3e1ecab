import { test } from '../../scenarios/test.ts'
import { warmUp } from './warm-up.ts'

test.use({ stage: 'no-devices' })
warmUp()
