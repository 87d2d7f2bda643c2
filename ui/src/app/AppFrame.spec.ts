import { screen } from '@testing-library/vue'
import { defineComponent, h } from 'vue'
import { expect, it } from 'vitest'
import { show } from '../testing/render'
import AppFrame from './AppFrame.vue'

const icon = defineComponent({ render: () => h('svg') })
const page = { render: () => null }
const routes = [{ path: '/', name: 'home', component: page }, { path: '/catalogues', name: 'catalogues', component: page }, { path: '/editor', name: 'editor', component: page }]
const places = [
  { id: 'home', path: '/', title: 'app.title', icon },
  { id: 'catalogues', path: '/catalogues', title: 'grid.empty', icon, within: ['editor'] },
]

it('shows the places it is given and lights the open one, also from a page within it', async () => {
  const { router } = show(AppFrame, { props: { places }, routes })
  await router.push('/editor')
  expect(screen.getByRole('navigation', { name: '主导航' })).toBeTruthy()
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'page'])
})

it('has no rail while no place works', () => {
  show(AppFrame, { props: { places: [] }, routes })
  expect(screen.queryByRole('navigation')).toBeNull()
})
