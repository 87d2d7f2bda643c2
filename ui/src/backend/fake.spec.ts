import { expect, it } from 'vitest'
import { createFake } from './fake'

it('takes back a write and brings it again', async () => {
  const backend = createFake()
  const [first] = await backend.call('catalogue_list', {})
  await backend.call('catalogue_delete', { catalogue: first!.id })
  expect((await backend.call('catalogue_list', {})).map((one) => one.id)).not.toContain(first!.id)
  await backend.call('undo', {})
  expect((await backend.call('catalogue_list', {})).map((one) => one.id)).toContain(first!.id)
  await backend.call('redo', {})
  await expect(backend.call('catalogue_open', { catalogue: first!.id })).rejects.toMatchObject({ code: 'catalogue_not_found' })
})

it('stops long work and leaves nothing', async () => {
  const backend = createFake({ filled: false })
  const work = backend.call('sample_load', { job: 'a' })
  await backend.call('job_cancel', { job: 'a' })
  await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  expect(await backend.call('catalogue_list', {})).toEqual([])
})

it('corrects what is safe and counts again', async () => {
  const backend = createFake()
  const [first] = await backend.call('catalogue_list', {})
  const { fixed } = await backend.call('fix_safe', { catalogues: [first!.id] })
  const after = await backend.call('catalogue_open', { catalogue: first!.id })
  expect(first!.findings.warnings - after.summary.findings.warnings).toBe(fixed)
})
