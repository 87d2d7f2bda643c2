/** The places of the window, in the order of the rail. */
import { Collection, Download, House, OfficeBuilding, Promotion, Tickets } from '@element-plus/icons-vue'
import type { FrameContent } from '../app/places'
import { CataloguesPage } from './catalogues'
import { EditorPage } from './editor'
import { FrameOverlays, OfficeName, SearchBox, StateLine, ToolsMenu } from './frame'
import { HomePage } from './home'
import { ImportPage } from './intake'
import { OfficesPage } from './offices'
import { PublishPage } from './publishing'
import { TemplatesPage } from './templates'

export const content: FrameContent = {
  places: [
    { id: 'home', path: '/', title: 'home.title', icon: House },
    { id: 'catalogues', path: '/catalogues', title: 'catalogue.title', icon: Tickets, within: ['editor'] },
    { id: 'import', path: '/import', title: 'import.title', icon: Download },
    { id: 'publish', path: '/publish', title: 'publish.title', icon: Promotion },
    { id: 'templates', path: '/templates', title: 'template.title', icon: Collection },
    { id: 'offices', path: '/offices', title: 'office.title', icon: OfficeBuilding },
  ],
  routes: [
    { path: '/', name: 'home', component: HomePage },
    { path: '/catalogues', name: 'catalogues', component: CataloguesPage },
    { path: '/catalogues/:id', name: 'editor', component: EditorPage, props: true },
    { path: '/import', name: 'import', component: ImportPage },
    { path: '/publish', name: 'publish', component: PublishPage },
    { path: '/templates', name: 'templates', component: TemplatesPage },
    { path: '/offices', name: 'offices', component: OfficesPage },
  ],
  office: OfficeName,
  search: SearchBox,
  state: StateLine,
  tools: ToolsMenu,
  overlays: FrameOverlays,
}
