/** The places of the window, in the order of the rail. */
import { Box, Collection, Files, HomeFilled, OfficeBuilding, Upload } from '@element-plus/icons-vue'
import type { FrameContent } from '../app/places'
import { CataloguesPage } from './catalogues'
import { EditorPage } from './editor'
import OfficeName from './frame/OfficeName.vue'
import SearchBox from './frame/SearchBox.vue'
import StateLine from './frame/StateLine.vue'
import ToolsMenu from './frame/ToolsMenu.vue'
import WindowOverlays from './frame/WindowOverlays.vue'
import { HomePage } from './home'
import { ImportPage } from './importing'
import { OfficesPage } from './offices'
import { PublishPage } from './publishing'
import { TemplatesPage } from './templates'

export const content: FrameContent = {
  places: [
    { id: 'home', path: '/', title: 'place.home', icon: HomeFilled },
    { id: 'catalogues', path: '/catalogues', title: 'place.catalogues', icon: Files, within: ['editor'] },
    { id: 'import', path: '/import', title: 'place.import', icon: Upload },
    { id: 'publish', path: '/publish', title: 'place.publish', icon: Box },
    { id: 'templates', path: '/templates', title: 'place.templates', icon: Collection },
    { id: 'offices', path: '/offices', title: 'place.offices', icon: OfficeBuilding },
  ],
  routes: [
    { path: '/', name: 'home', component: HomePage },
    { path: '/catalogues', name: 'catalogues', component: CataloguesPage },
    { path: '/catalogues/:id', name: 'editor', component: EditorPage },
    { path: '/import', name: 'import', component: ImportPage },
    { path: '/publish', name: 'publish', component: PublishPage },
    { path: '/templates/:id?', name: 'templates', component: TemplatesPage },
    { path: '/offices', name: 'offices', component: OfficesPage },
  ],
  office: OfficeName,
  search: SearchBox,
  state: StateLine,
  tools: ToolsMenu,
  overlays: WindowOverlays,
}
