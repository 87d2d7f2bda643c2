// One window under WebDriver: start, find by role and label, take pictures from the screen, stop.
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Builder, By, Key, until } from 'selenium-webdriver'

export { By, Key, until }

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target')
export const binaries = {
  window: process.env.DESK_WINDOW ?? join(target, 'debug', 'disclosure-desk'),
  desk: process.env.DESK_CLI ?? join(target, 'debug', 'desk'),
}
export const fixtures = join(root, 'tests', 'fixtures')

/** A port nobody listens on. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function waitForDriver(port) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/status`)).ok) return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('WebKitWebDriver did not answer')
}

/** Opens the window on a library and waits until it is ready. */
export async function open(library) {
  const port = await freePort()
  const service = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DESK_LIBRARY: library, DESK_DATA: dirname(library) },
  })
  await waitForDriver(port)
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({ browserName: 'wry', 'webkitgtk:browserOptions': { binary: binaries.window, args: [] } })
    .build()
  const window = new Desk(driver, service)
  await window.see(By.css('nav[aria-label]'), 60_000)
  return window
}

/** Runs `desk` on a library and returns its JSON document with the exit code. */
export function desk(library, ...args) {
  const run = spawnSync(binaries.desk, ['--library', library, '--json', ...args], { encoding: 'utf8' })
  return { code: run.status, json: run.stdout ? JSON.parse(run.stdout) : null, stderr: run.stderr }
}

/** Starts the window's program once more on a library that a window holds; resolves to its exit code. */
export function startAgain(library) {
  const child = spawn(binaries.window, [], { stdio: 'ignore', env: { ...process.env, DESK_LIBRARY: library } })
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => { child.kill(); resolve('still running') }, 15_000)
    child.on('exit', (code) => { clearTimeout(tooLong); resolve(code) })
  })
}

class Desk {
  constructor(driver, service) {
    this.driver = driver
    this.service = service
  }

  /** Waits for an element that a person could see. */
  async see(locator, timeout = 15_000) {
    const element = await this.driver.wait(until.elementLocated(locator), timeout, `not there: ${locator}`)
    await this.driver.wait(until.elementIsVisible(element), timeout, `not visible: ${locator}`)
    return element
  }

  /** Clicks what carries this text as a button, link or menu item. */
  async click(text, timeout = 15_000) {
    const quoted = JSON.stringify(text)
    const element = await this.see(
      By.xpath(
        `//*[self::button or self::a or @role='button' or @role='menuitem' or @role='tab'][normalize-space(.)=${quoted} or @aria-label=${quoted}]`,
      ),
      timeout,
    )
    await this.driver.wait(until.elementIsEnabled(element), timeout, `not enabled: ${text}`)
    await element.click()
    return element
  }

  /** Writes into the box with this label. */
  async fill(label, text) {
    const box = await this.see(By.xpath(`//*[self::input or self::textarea][@aria-label=${JSON.stringify(label)} or @id=//label[normalize-space(.)=${JSON.stringify(label)}]/@for]`))
    await box.clear()
    await box.sendKeys(text)
    return box
  }

  /** Waits until a text stands somewhere on the page. */
  text(text, timeout = 15_000) {
    return this.see(By.xpath(`//*[contains(normalize-space(text()), ${JSON.stringify(text)})]`), timeout)
  }

  /** Types to whatever has the focus. */
  type(...keys) {
    return this.driver.actions().sendKeys(...keys).perform()
  }

  /** Presses a key together with others, e.g. Ctrl+K. */
  press(...keys) {
    const held = keys.slice(0, -1)
    const actions = this.driver.actions()
    held.forEach((key) => actions.keyDown(key))
    actions.sendKeys(keys.at(-1))
    held.forEach((key) => actions.keyUp(key))
    return actions.perform()
  }

  /** A cell of the grid; both numbers begin with 0. */
  cell(row, column) {
    return this.see(By.css(`[role="grid"] [data-row="${row}"] [data-col="${column}"]`))
  }

  /** Waits until a cell of the grid says this. */
  async cellSays(row, column, text, timeout = 15_000) {
    await this.driver.wait(async () => {
      try {
        return (await (await this.cell(row, column)).getText()).trim() === text
      } catch (problem) {
        // The row was drawn anew while it was read.
        if (problem.name === 'StaleElementReferenceError') return false
        throw problem
      }
    }, timeout, `cell ${row}/${column} never said: ${text}`)
  }

  /** Waits until a text is gone from the page. */
  async gone(text, timeout = 15_000) {
    await this.driver.wait(async () => (await this.driver.findElements(By.xpath(`//*[contains(normalize-space(text()), ${JSON.stringify(text)})]`))).length === 0, timeout, `still there: ${text}`)
  }

  /** Keeps a picture of the whole screen beside the other artefacts. */
  picture(name) {
    const file = join(process.env.DESK_ARTEFACTS, `${name}.png`)
    spawnSync('import', ['-window', 'root', file])
    return file
  }

  /** Closes the window as a person would lose it: nothing is saved by hand. */
  async close() {
    await this.driver.quit().catch(() => {})
    this.service.kill()
  }
}
