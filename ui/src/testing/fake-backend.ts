/** A program that answers what a test tells it to, and remembers what it was asked. */
import type { Backend, Calls, Changed, Progress } from '../backend'

export type Answers = { [Name in keyof Calls]?: (params: Calls[Name][0]) => Calls[Name][1] | Promise<Calls[Name][1]> }

export interface FakeBackend extends Backend {
  asked: { name: keyof Calls; params: unknown }[]
  tellChanged: (changed: Changed) => void
  tellProgress: (progress: Progress) => void
  drop: (paths: string[]) => void
}

export function fakeBackend(answers: Answers): FakeBackend {
  const asked: FakeBackend['asked'] = []
  const hearers = { changed: new Set<(c: Changed) => void>(), progress: new Set<(p: Progress) => void>(), drop: new Set<(paths: string[]) => void>() }
  const hear = <Told>(set: Set<(told: Told) => void>) => (hearer: (told: Told) => void) => {
    set.add(hearer)
    return () => { set.delete(hearer) }
  }
  return {
    asked,
    call: async (name, params) => {
      asked.push({ name, params })
      const answer = answers[name]
      if (!answer) throw { code: 'bad_request', params: {}, detail: name }
      return answer(params)
    },
    onChanged: hear(hearers.changed),
    onProgress: hear(hearers.progress),
    onDrop: hear(hearers.drop),
    pickFile: () => Promise.resolve(null),
    pickFolder: () => Promise.resolve(null),
    tellChanged: (changed) => { hearers.changed.forEach((hearer) => { hearer(changed) }) },
    tellProgress: (progress) => { hearers.progress.forEach((hearer) => { hearer(progress) }) },
    drop: (paths) => { hearers.drop.forEach((hearer) => { hearer(paths) }) },
  }
}
