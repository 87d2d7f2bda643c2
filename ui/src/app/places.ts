/** What the frame needs to know of the places behind it; the places themselves live in features/. */
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

/** One entry of the left rail. It appears only when the place works. */
export interface Place {
  /** Stable name, also the route it opens, for example `home`. */
  id: string
  /** Hash path, for example `/catalogues`. */
  path: string
  /** Key of the two or three characters in the rail. */
  title: string
  icon: Component
  /** Also lit while one of these route names is open. */
  within?: string[]
}

/** What the features put into the frame: routes, places and the parts of the top line. */
export interface FrameContent {
  places: Place[]
  routes: RouteRecordRaw[]
  /** Name of the own office, opens its choice. */
  office?: Component
  /** The search box in the middle of the top line. */
  search?: Component
  /** Saved, saving, library unreachable; time of the last backup. */
  state?: Component
  /** Settings and help. */
  tools?: Component
  /** Things that lie above every place: search overlay, shortcut sheet. */
  overlays?: Component
}
