/** Entry of the window. */
import './app/styles/tokens.css'
import './app/styles/base.css'
import './app/styles/element.css'
import { createWindow } from './app/create'
import { content } from './features'

createWindow(content).app.mount('#app')
