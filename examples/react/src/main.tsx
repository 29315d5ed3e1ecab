import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Consultation } from './consultation.tsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Consultation roomID="consultation-7" userID="patient" />
    </StrictMode>,
  )
}
