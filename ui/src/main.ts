/** Entry of the window. */
import './app/styles/tokens.css'
import './app/styles/base.css'
import './app/styles/forms.css'
import './app/styles/element.css'
import { createWindow } from './app/create'
import { backendPlugin, chooseBackend } from './backend'
import { content } from './features'

const backend = await chooseBackend()
createWindow(content).app.use(backendPlugin(backend)).mount('#app')
