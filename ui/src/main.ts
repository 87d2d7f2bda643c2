/** Entry of the window. */
import './app/styles/tokens.css'
import './app/styles/base.css'
import './app/styles/element.css'
import './app/styles/forms.css'
import { createWindow } from './app/create'
import { tauriBackend } from './backend/tauri'
import { content } from './features'

createWindow(content, tauriBackend).app.mount('#app')
