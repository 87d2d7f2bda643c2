/** The places of the window, in the order of the rail. */
import type { FrameContent } from '../app/places'

export const content: FrameContent = { places: [], routes: [] }
