// Runs the window journeys: one virtual screen and one D-Bus session for all of them.
// Artefacts (screenshots, logs) go to test-artefacts/e2e beside the workspace, never into the repository.
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const artefacts = join(here, '..', '..', 'test-artefacts', 'e2e')
mkdirSync(artefacts, { recursive: true })

/** Starts Xvfb on a free display and resolves to its number. */
function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    screen.on('error', reject)
    screen.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    screen.stdio[3].once('data', (bytes) => resolve({ screen, display: `:${bytes.toString().trim()}` }))
  })
}

const { screen, display } = await startScreen()
const journeys = readdirSync(join(here, 'journeys')).filter((name) => name.endsWith('.test.mjs'))
const run = spawn(
  'dbus-run-session',
  ['--', process.execPath, '--test', '--test-concurrency=1', '--test-reporter=spec', ...journeys.map((name) => join(here, 'journeys', name))],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      DISPLAY: display,
      LANG: 'C.UTF-8',
      TAURI_AUTOMATION: 'true',
      TAURI_WEBVIEW_AUTOMATION: 'true',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      DESK_ARTEFACTS: artefacts,
    },
  },
)
run.on('exit', (code, signal) => {
  screen.removeAllListeners('exit')
  screen.kill()
  process.exit(signal ? 1 : code)
})
